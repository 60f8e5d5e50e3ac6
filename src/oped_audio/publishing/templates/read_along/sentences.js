/** Sentences that can be chosen: by a click, or by Enter. One alone is a stop of the Tab key. */

class Sentences {
    constructor(article, book, chosen) {
        Object.assign(this, { article, book, chosen })
        this.stop = null
        article.addEventListener('click', event => this.click(event))
        article.addEventListener('keydown', event => this.key(event))
    }

    /** The sentence that the Tab key stops at: the one that is heard, or was last. */
    stopAt(index) {
        const element = document.getElementById(this.book.sentences[index].id)
        if (this.stop === element || this.article.contains(document.activeElement?.closest?.('.sentence'))) return
        this.make(element)
    }

    make(element) {
        if (this.stop) this.stop.tabIndex = -1
        this.stop = element
        this.stop.tabIndex = 0
        this.stop.classList.add('sentence')
    }

    indexOf(target) {
        for (let one = target; one && one !== this.article; one = one.parentElement)
            if (this.book.places.has(one.id)) return this.book.places.get(one.id)
        return -1
    }

    click(event) {
        if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
        if (event.target.closest('a, button, audio') || !getSelection().isCollapsed) return
        const index = this.indexOf(event.target)
        if (index >= 0) this.chosen(index)
    }

    key(event) {
        const index = event.target === this.stop ? this.indexOf(event.target) : -1
        const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
        if (index < 0 || event.ctrlKey || event.altKey || event.metaKey) return
        if (event.key === 'Enter') {
            event.preventDefault()
            this.chosen(index)
        } else if (by && index + by in this.book.sentences) {
            event.preventDefault()
            this.make(document.getElementById(this.book.sentences[index + by].id))
            this.stop.focus()
        }
    }

    /** Moves the focus to the sentence that is heard. */
    focus(index) {
        this.make(document.getElementById(this.book.sentences[index].id))
        this.stop.focus()
    }
}
