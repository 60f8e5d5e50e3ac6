/** Where the reader is in the article, and what follows from it. */

class Reader {
    constructor(book, sound, light, follow, settings) {
        Object.assign(this, { book, sound, light, follow, settings })
        this.index = -1
        this.frame = 0
        this.insisted = null
        this.sleepsAtEnd = null
        this.entered = () => {}
        this.moved = () => {}
        this.slept = () => {}
        this.finished = () => {}
        this.atEnd = false
    }

    get sentence() {
        return this.book.sentences[this.index]
    }

    /** Milliseconds of the whole article. */
    get position() {
        return this.book.sections[this.sound.section].begin + this.sound.ms
    }

    /** Lights up what is heard now, at each frame that the screen draws while there is sound. */
    tick() {
        cancelAnimationFrame(this.frame)
        this.look()
        if (this.sound.playing) this.frame = requestAnimationFrame(() => this.tick())
    }

    look() {
        const { sound, book } = this
        const ms = sound.ms + 0.5 // a seek may land a hair before the time that was asked for
        const index = book.at(sound.section, ms)
        if (index !== this.index && !this.enter(index)) return
        const words = this.settings.value.highlight !== 'sentence'
        const before = this.light.word
        this.light.show(this.sentence.id, words ? book.word(index, ms) : null)
        if (before !== this.light.word && this.isTall()) this.follow.show(this.light.word)
        this.moved()
    }

    isTall() {
        return this.light.sentence?.getBoundingClientRect().height > innerHeight * 0.5
    }

    /** False if the sentence is not to be heard, and so is not entered. */
    enter(index) {
        const left = this.sentence
        const { section, skip } = this.book.sentences[index]
        if (this.sleepsAtEnd?.(left, section) && this.sound.playing) {
            this.sleepsAtEnd = null
            this.sound.pause()
            this.slept()
        }
        if (skip !== this.insisted) this.insisted = null
        if (this.sound.playing && this.isSkipped(index)) {
            const next = this.nearest(index, 1)
            if (next >= 0) this.jump(next)
            else this.finish()
            return false
        }
        this.index = index
        this.light.show(this.sentence.id, null)
        this.follow.show(this.light.sentence)
        this.entered()
        return true
    }

    /** Nothing of what follows is to be heard. */
    finish() {
        this.sound.pause()
        this.atEnd = true
        const { section } = this.sentence
        this.sound.seek(section, this.book.end(this.index) - 1)
        this.finished()
    }

    isSkipped(index) {
        const { skip } = this.book.sentences[index]
        return !!skip && skip !== this.insisted && this.settings.value[SKIPPED[skip]]
    }

    /** The nearest sentence from there on that is not skipped; -1 if there is none. */
    nearest(index, step) {
        const { length } = this.book.sentences
        while (index >= 0 && index < length && this.isSkipped(index)) index += step
        return index < length ? index : -1
    }

    jump(index) {
        const { section, at } = this.book.sentences[index]
        this.atEnd = false
        this.sound.seek(section, at)
        this.tick()
    }

    /** Plays from a sentence that the reader has chosen, even if its kind is skipped otherwise. */
    playFrom(index) {
        this.insisted = this.book.sentences[index].skip ?? null
        this.follow.resume()
        this.jump(index)
        this.play()
    }

    play() {
        if (this.atEnd) this.jump(0)
        this.sound.play()
        this.tick()
    }

    pause() {
        this.sound.pause()
        this.tick()
    }

    /** Back goes to the begin of the sentence first, when it has been heard for a while. */
    step(by) {
        const heard = this.sound.ms - this.sentence.at
        const from = by < 0 && heard > AGAIN_MS ? this.index : this.index + by
        const found = this.nearest(from, by)
        if (found >= 0) this.jump(found)
    }

    stepSection(by) {
        const { sections } = this.book
        const { section } = this.sound
        const heard = this.sound.ms
        const to = by < 0 && heard > AGAIN_MS ? section : section + by
        if (to in sections) this.jump(Math.max(this.nearest(sections[to].first, 1), 0))
    }

    /** Goes to a place in the whole article, in milliseconds. */
    goTo(ms) {
        this.atEnd = false
        const { sections } = this.book
        const section = Math.max(lastUpTo(ms, sections.length, number => sections[number].begin), 0)
        this.sound.seek(section, Math.min(ms - sections[section].begin, sections[section].length - 1))
        this.tick()
    }
}

const SKIPPED = { caption: 'skipCaptions', note: 'skipNotes', table: 'skipTables' }
const AGAIN_MS = 1500
