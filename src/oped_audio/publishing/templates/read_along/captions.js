/** Captions, as a text track of each player, since files of captions cannot be read from a USB stick. */

class Captions {
    constructor(sound, box, label, language) {
        Object.assign(this, { sound, box })
        this.on = false
        this.filled = sound.players.map(() => -1)
        this.tracks = sound.players.map(player => player.addTextTrack('captions', label, language))
        for (const track of this.tracks) {
            track.mode = 'hidden'
            track.addEventListener('cuechange', () => this.show())
        }
    }

    /** The cues of the section that a player has. */
    fill() {
        const { sound } = this
        const place = sound.active
        if (this.filled[place] === sound.section) return
        this.filled[place] = sound.section
        const track = this.tracks[place]
        for (const cue of [...(track.cues ?? [])]) track.removeCue(cue)
        for (const [begin, end, text] of sound.sections[sound.section].cues)
            track.addCue(new VTTCue(begin / 1000, end / 1000, text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')))
    }

    set(on) {
        this.on = on
        this.show()
    }

    show() {
        if (this.on) this.fill()
        const cues = this.on ? [...(this.tracks[this.sound.active].activeCues ?? [])] : []
        this.box.hidden = !this.on
        this.box.textContent = cues.map(cue => cue.getCueAsHTML().textContent).join('\n')
    }
}
