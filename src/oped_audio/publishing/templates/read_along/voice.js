/** What the page itself says: at once to the eye; to a screen reader only while nothing is narrated. */

class Voice {
    constructor(shown, spoken, words, isNarrating) {
        Object.assign(this, { shown, spoken, words, isNarrating })
    }

    say(key, facts = {}) {
        const message = fill(this.words[key], facts)
        this.shown.textContent = message
        clearTimeout(this.timer)
        this.timer = setTimeout(() => { this.shown.textContent = '' }, SHOWN_MS)
        this.spoken.textContent = this.isNarrating() ? '' : message
    }

    /** Before narration goes on. */
    hush() {
        this.spoken.textContent = ''
        this.shown.textContent = ''
    }
}

const SHOWN_MS = 4000

function fill(words, facts) {
    return words.replace(/\{(\w+)\}/g, (whole, name) => facts[name] ?? whole)
}

/** `3:07`, or `1:03:07`. */
function clock(ms) {
    const seconds = Math.floor(ms / 1000)
    const parts = [Math.floor(seconds / 60) % 60, seconds % 60]
    const hours = Math.floor(seconds / 3600)
    if (hours) parts.unshift(hours)
    return parts.map((part, place) => place ? String(part).padStart(2, '0') : part).join(':')
}
