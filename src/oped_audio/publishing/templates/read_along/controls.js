/** Buttons, keys and the device's own media keys. */

const RATES = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.75, 2, 2.25, 2.5, 2.75, 3]

/** The next speed that there is in this direction. */
function nextRate(rate, by) {
    const faster = RATES.filter(one => by * (one - rate) > 0.001)
    return (by > 0 ? faster[0] : faster.at(-1)) ?? rate
}

/** What each key does; `event.code` is the same on every keyboard, `event.key` is what is printed. */
function actionOf(event, actions, isRtl) {
    const { key, shiftKey } = event
    const ahead = isRtl ? 'ArrowLeft' : 'ArrowRight'
    const back = isRtl ? 'ArrowRight' : 'ArrowLeft'
    const letter = key.length === 1 ? key.toLowerCase() : key
    const found = {
        ' ': 'toggle', 'k': 'toggle', '?': 'help', 's': 'settings', 'c': 'captions', 'f': 'follow', 'h': 'here',
        [back]: shiftKey ? 'sectionBack' : 'back', 'j': shiftKey ? 'sectionBack' : 'back',
        [ahead]: shiftKey ? 'sectionNext' : 'next', 'l': shiftKey ? 'sectionNext' : 'next',
        '-': 'slower', '+': 'faster', '=': 'faster', '<': 'slower', '>': 'faster', '0': 'normal',
    }[letter]
    return found && actions[found]
}

/** Keys that the focused element needs itself. */
function isTaken({ key, target }) {
    const own = target.closest?.('a, button, input, select, textarea, summary, audio')
    if (!own) return false
    if (own.matches('select, textarea, audio')) return true
    return key === ' ' || (own.matches('input') && (key.startsWith('Arrow') || /^[-+0-9]$/.test(key)))
}

function listenToKeys(actions, settings, isRtl) {
    addEventListener('keydown', event => {
        if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return
        if (!settings.value.keys || document.querySelector('dialog[open]') || isTaken(event)) return
        const act = actionOf(event, actions, isRtl)
        if (!act) return
        event.preventDefault()
        act()
    })
}

/** Lock screen, headset and keyboard. */
function listenToDevice(actions, reader, { title, author, cover }) {
    const session = navigator.mediaSession
    if (!session) return () => {}
    const artwork = location.protocol === 'file:' ? [] : [{ src: new URL(cover, location).href, type: 'image/jpeg' }]
    const handlers = {
        play: actions.play, pause: actions.pause, stop: actions.pause,
        previoustrack: actions.sectionBack, nexttrack: actions.sectionNext,
        seekbackward: actions.back, seekforward: actions.next,
        seekto: ({ seekTime }) => reader.goTo(seekTime * 1000),
    }
    for (const [name, act] of Object.entries(handlers)) {
        try {
            session.setActionHandler(name, act)
        } catch {
            // The browser does not know this one.
        }
    }
    return () => {
        const { book, sound } = reader
        const { label } = book.sections[sound.section]
        session.metadata = new MediaMetadata({ title: label, artist: author, album: title, artwork })
        session.playbackState = sound.playing ? 'playing' : 'paused'
        const duration = book.length / 1000
        session.setPositionState?.({
            duration, playbackRate: sound.rate, position: Math.min(Math.max(reader.position / 1000, 0), duration),
        })
    }
}
