/** The sections' audio, one after the other. While one player sounds, the other loads what follows. */

class Sound {
    constructor(sections, players, heard) {
        this.sections = sections
        this.players = players
        this.heard = heard
        this.loaded = [-1, -1]
        this.active = 0
        this.section = -1
        this.wanted = null
        this.rate = 1
        this.playing = false
        for (const player of players) {
            player.addEventListener('ended', () => this.isActive(player) && this.goOn())
            player.addEventListener('pause', () => this.stopped(player))
            player.addEventListener('play', () => this.started(player))
            player.addEventListener('playing', () => this.isActive(player) && this.prepare())
            player.addEventListener('error', () => this.isActive(player) && this.fail())
            player.addEventListener('timeupdate', () => this.isActive(player) && heard.time())
            player.addEventListener('loadedmetadata', () => this.isActive(player) && this.arrive())
        }
    }

    get player() {
        return this.players[this.active]
    }

    get ms() {
        return this.wanted ?? this.player.currentTime * 1000
    }

    isActive(player) {
        return player === this.player && !!player.src
    }

    /** Goes there; the sound goes on if it was on. */
    seek(section, ms) {
        if (section !== this.section) this.turnTo(section)
        this.wanted = ms
        if (this.player.readyState > 0) this.arrive()
        if (this.playing) this.play()
    }

    turnTo(section) {
        this.player.pause()
        const other = 1 - this.active
        if (this.loaded[other] === section) this.active = other
        else this.fill(this.active, section)
        this.section = section
    }

    fill(number, section) {
        const player = this.players[number]
        this.loaded[number] = section
        URL.revokeObjectURL(player.src)
        player.muted = false
        player.src = this.sections[section].audio
    }

    arrive() {
        const { player, wanted } = this
        if (wanted === null) return
        const { seekable } = player
        if (wanted > 0 && !(seekable.length && seekable.end(0)) && this.fetchWhole()) return
        player.currentTime = wanted / 1000
        this.wanted = null
    }

    /** Some web servers give files only from their begin: then the whole file is fetched first. */
    fetchWhole() {
        const { player, active, section } = this
        if (location.protocol === 'file:' || player.src.startsWith('blob:')) return false
        player.muted = true // it sounds from its begin meanwhile
        fetch(player.src).then(answer => answer.blob()).then(content => {
            if (this.loaded[active] !== section) return
            player.muted = false
            player.src = URL.createObjectURL(content)
            if (this.playing && this.active === active) this.play()
            else player.load()
        }).catch(() => this.fail())
        return true
    }

    /** Has the next section ready in the other player. */
    prepare() {
        const other = 1 - this.active
        const next = this.section + 1
        if (next === this.sections.length || this.loaded[other] === next) return
        this.fill(other, next)
        this.players[other].preload = 'auto'
        this.players[other].load()
    }

    async play() {
        this.playing = true
        const { player } = this
        this.setRate(this.rate)
        try {
            await player.play()
        } catch (error) {
            if (error.name === 'AbortError' || player !== this.player) return
            if (error.name === 'NotAllowedError' && this.takeOver()) return
            this.fail()
        }
    }

    /** Some browsers only let a player sound that the reader has started: then it plays the next too. */
    takeOver() {
        const other = 1 - this.active
        if (this.loaded[other] < 0 || this.loaded[other] === this.section) return false
        this.active = other
        this.fill(other, this.section)
        this.wanted ??= 0
        this.play()
        return true
    }

    pause() {
        this.playing = false
        this.player.pause()
    }

    setRate(rate) {
        this.rate = rate
        for (const player of this.players) {
            player.preservesPitch = true
            player.defaultPlaybackRate = rate
            player.playbackRate = rate
        }
    }

    goOn() {
        if (this.section + 1 < this.sections.length) {
            this.turnTo(this.section + 1)
            this.wanted = 0
            if (this.player.readyState > 0) this.arrive()
            this.play()
            this.heard.time()
        } else {
            this.playing = false
            this.heard.end()
        }
    }

    /** Paused from outside the page: a headset taken off, a telephone call. */
    stopped(player) {
        if (!this.playing || !this.isActive(player) || !player.paused || player.ended) return
        this.playing = false
        this.heard.pause()
    }

    started(player) {
        if (this.playing || !this.isActive(player) || player.paused) return
        this.playing = true
        this.heard.play()
    }

    fail() {
        this.playing = false
        this.heard.fail(this.sections[this.section].audio)
    }
}
