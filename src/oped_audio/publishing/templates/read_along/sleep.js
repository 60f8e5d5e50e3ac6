/** The sleep timer: when its time is up, the sound stops with the sentence that is being heard. */

class Sleep {
    constructor(select, reader) {
        this.reader = reader
        select.addEventListener('input', () => this.set(select.value))
        this.select = select
    }

    set(wish) {
        clearTimeout(this.timer)
        this.reader.sleepsAtEnd = null
        if (wish === 'section') {
            this.reader.sleepsAtEnd = (left, section) => left !== undefined && left.section !== section
        } else if (Number(wish)) {
            this.timer = setTimeout(() => { this.reader.sleepsAtEnd = left => left !== undefined }, Number(wish) * 60000)
        }
    }

    clear() {
        this.select.value = '0'
        this.set('0')
    }
}
