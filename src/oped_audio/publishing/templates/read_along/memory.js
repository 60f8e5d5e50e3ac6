/** What is remembered from visit to visit, where the browser allows it. */

class Memory {
    constructor(key, initial) {
        this.key = key
        this.initial = initial
        this.value = { ...initial, ...this.read() }
    }

    read() {
        try {
            const kept = JSON.parse(localStorage.getItem(this.key))
            const known = Object.entries(kept ?? {}).filter(([name, value]) =>
                name in this.initial && typeof value === typeof this.initial[name])
            return Object.fromEntries(known)
        } catch {
            return {}
        }
    }

    keep(changes) {
        Object.assign(this.value, changes)
        try {
            localStorage.setItem(this.key, JSON.stringify(this.value))
        } catch {
            // Storage is denied or full: the reader goes on without.
        }
    }
}
