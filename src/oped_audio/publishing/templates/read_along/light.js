/** What lights up, and whether the page follows it. */

class Light {
    constructor() {
        this.sentence = null
        this.word = null
    }

    show(id, wordId) {
        this.sentence = this.move(this.sentence, id, 'lit')
        this.word = this.move(this.word, wordId, 'said')
    }

    move(from, id, name) {
        if ((from?.id ?? null) === id) return from
        from?.classList.remove(name)
        const to = id && document.getElementById(id)
        to?.classList.add(name)
        return to
    }
}

class Follow {
    /** `strayed` is called when the reader scrolls away. */
    constructor(bar, strayed) {
        this.bar = bar
        this.strayed = strayed
        this.on = true
        this.ownUntil = 0
        const leave = () => this.leave()
        addEventListener('wheel', leave, { passive: true })
        addEventListener('touchmove', leave, { passive: true })
        addEventListener('keydown', event => SCROLLING.has(event.key) && !event.defaultPrevented && leave())
        addEventListener('scroll', () => this.scrolled(), { passive: true })
        addEventListener('resize', () => { this.ownUntil = performance.now() + OWN_MS })
    }

    /** A scroll of the page's own goes on for a while, with an event for each step. */
    scrolled() {
        const now = performance.now()
        if (now > this.ownUntil) this.leave()
        else this.ownUntil = Math.max(this.ownUntil, now + STEP_MS)
    }

    leave() {
        if (!this.on) return
        this.on = false
        this.strayed()
    }

    /** Follows again; a scroll that is still going on does not count. */
    resume() {
        this.on = true
        this.ownUntil = performance.now() + OWN_MS
    }

    /** Scrolls the element into the middle unless it is well in sight. */
    show(element) {
        if (!this.on || !element) return
        const { top, bottom, height } = element.getBoundingClientRect()
        const floor = innerHeight - (getComputedStyle(this.bar).position === 'static' ? 0 : this.bar.offsetHeight)
        if (top > floor * 0.08 && bottom < floor * 0.85) return
        this.ownUntil = performance.now() + OWN_MS
        const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
        const wished = height > floor * 0.6 ? top - floor * 0.1 : top + height / 2 - floor * 0.4
        scrollBy({ top: wished, behavior: calm ? 'instant' : 'smooth' })
    }
}

const SCROLLING = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown'])
const OWN_MS = 1000
const STEP_MS = 300
