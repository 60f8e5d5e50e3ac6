/** What is heard when. Every time is in milliseconds of its own section's audio. */

/** The greatest index whose value is not above `limit`; -1 where there is none. Ascending values. */
function lastUpTo(limit, length, value) {
    let low = 0
    let high = length
    while (low < high) {
        const middle = (low + high) >> 1
        if (value(middle) <= limit) low = middle + 1
        else high = middle
    }
    return low - 1
}

class Book {
    constructor({ sections }) {
        this.sections = sections
        this.sentences = []
        this.length = 0
        for (const [number, section] of sections.entries()) {
            section.first = this.sentences.length
            section.begin = this.length
            this.length += section.length
            for (const sentence of section.sentences) this.sentences.push({ ...sentence, section: number })
        }
        this.places = new Map(this.sentences.map(({ id }, index) => [id, index]))
    }

    /** The sentence that is heard there: an index of `sentences`. */
    at(section, ms) {
        const { first, sentences } = this.sections[section]
        return first + Math.max(lastUpTo(ms, sentences.length, index => sentences[index].at), 0)
    }

    /** When a sentence ends. */
    end(index) {
        const { section } = this.sentences[index]
        const next = this.sentences[index + 1]
        return next?.section === section ? next.at : this.sections[section].length
    }

    /** The id of the word that is heard then; null where words have no times. */
    word(index, ms) {
        const { id, words } = this.sentences[index]
        if (!words) return null
        const found = lastUpTo(ms, words.length / 2, place => words[2 * place + 1])
        return `${id}-w${words[2 * Math.max(found, 0)]}`
    }

    /** The first sentence in an element, or else the first after it. */
    within(element) {
        if (this.places.has(element.id)) return this.places.get(element.id)
        const follows = Node.DOCUMENT_POSITION_FOLLOWING
        return this.sentences.findIndex(({ id }) =>
            element.compareDocumentPosition(document.getElementById(id)) & follows)
    }
}
