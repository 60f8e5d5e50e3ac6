/** How the page looks and what is heard of it: the form in the dialog, and what it changes. */

const DEFAULTS = {
    highlight: 'sentence', follow: true, captions: false, keys: true, rate: 1,
    skipCaptions: false, skipNotes: false, skipTables: false,
    size: 100, line: 160, letter: 0, gap: 0, font: 'serif', theme: 'auto',
}

class Settings {
    /** `changed` is called with the name of each setting that the reader changes. */
    constructor(form, memory, changed) {
        Object.assign(this, { form, memory, changed })
        form.addEventListener('input', ({ target }) => target.name in DEFAULTS && this.take(target))
        form.addEventListener('submit', event => event.preventDefault())
        for (const query of [DARK, CONTRAST]) matchMedia(query).addEventListener('change', () => this.apply())
        this.show()
        this.apply()
    }

    get value() {
        return this.memory.value
    }

    take(control) {
        const { name, type } = control
        const given = type === 'checkbox' ? control.checked : type === 'range' ? Number(control.value) : control.value
        this.set({ [name]: given })
    }

    set(changes) {
        this.memory.keep(changes)
        this.show()
        this.apply()
        for (const name of Object.keys(changes)) this.changed(name)
    }

    reset() {
        this.set({ ...this.memory.initial, rate: this.value.rate })
    }

    /** Has the form show what is set. */
    show() {
        for (const control of this.form.elements) {
            const kept = this.value[control.name]
            if (kept === undefined) continue
            if (control.type === 'checkbox') control.checked = kept
            else if (control.type === 'radio') control.checked = control.value === kept
            else control.value = kept
            const output = control.type === 'range' && this.form.querySelector(`output[for="${control.id}"]`)
            if (output) output.textContent = `${kept} %`
        }
    }

    apply() {
        const { highlight, size, line, letter, gap, font, theme } = this.value
        const { dataset, style } = document.documentElement
        const asked = matchMedia(CONTRAST).matches ? 'contrast' : matchMedia(DARK).matches ? 'dark' : 'light'
        Object.assign(dataset, { highlight, font, theme: theme === 'auto' ? asked : theme })
        style.setProperty('--size', size / 100)
        style.setProperty('--line', line / 100)
        style.setProperty('--letter', `${letter / 100}em`)
        style.setProperty('--gap', `${gap / 100}em`)
    }
}

const DARK = '(prefers-color-scheme: dark)'
const CONTRAST = '(prefers-contrast: more)'
