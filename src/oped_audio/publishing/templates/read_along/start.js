/** Puts the page together. */

function start() {
    const at = id => document.getElementById(id)
    const data = JSON.parse(at('read-along-data').textContent)
    const book = new Book(data)
    if (!book.sentences.length) return
    const article = document.querySelector('article')
    const bar = at('player')
    const isRtl = getComputedStyle(bar).direction === 'rtl'

    const place = new Memory(`read-along ${data.id}`, { sentence: '', ms: 0 })
    const kept = new Memory('read-along', { ...DEFAULTS, highlight: data.highlight })
    const sound = new Sound(book.sections, [...bar.querySelectorAll('audio')], {
        time: () => reader.look(),
        play: () => { reader.tick(); refresh() },
        pause: () => { refresh(); voice.say('paused') },
        end: () => { reader.atEnd = true; reader.finished() },
        fail: file => { refresh(); voice.say('failed', { file }) },
    })
    const follow = new Follow(bar, () => { at('follow').hidden = !settings.value.follow })
    const settings = new Settings(at('settings-form'), kept, name => changed[name]?.())
    const reader = new Reader(book, sound, new Light(), follow, settings)
    const voice = new Voice(at('message'), at('status'), data.words, () => sound.playing)
    const captions = new Captions(sound, at('caption'), data.words.captions, data.language)
    const sleep = new Sleep(at('sleep'), reader)
    const sentences = new Sentences(article, book, index => { voice.hush(); reader.playFrom(index); refresh() })

    const changed = {
        rate: () => {
            sound.setRate(settings.value.rate)
            voice.say('speed_is', { speed: speed() })
            refresh()
        },
        follow: () => back(settings.value.follow),
        captions: () => {
            captions.set(settings.value.captions)
            refresh()
        },
        highlight: () => reader.look(),
    }
    const speed = () => settings.value.rate.toLocaleString(document.documentElement.lang)

    function back(on) {
        if (on) follow.resume()
        else follow.on = false
        at('follow').hidden = true
        follow.show(reader.light.sentence)
    }

    const open = dialog => () => { if (!dialog.open) dialog.showModal() }
    const then = act => () => { act(); refresh() }
    const actions = {
        play: then(() => { voice.hush(); reader.play() }),
        pause: then(() => { reader.pause(); voice.say('paused') }),
        toggle: () => sound.playing ? actions.pause() : actions.play(),
        back: then(() => reader.step(-1)),
        next: then(() => reader.step(1)),
        sectionBack: then(() => reader.stepSection(-1)),
        sectionNext: then(() => reader.stepSection(1)),
        slower: () => settings.set({ rate: nextRate(settings.value.rate, -1) }),
        faster: () => settings.set({ rate: nextRate(settings.value.rate, 1) }),
        normal: () => settings.set({ rate: 1 }),
        captions: () => settings.set({ captions: !settings.value.captions }),
        follow: () => { if (settings.value.follow) back(true) },
        here: () => { back(settings.value.follow); sentences.focus(reader.index) },
        settings: open(at('settings')),
        help: open(at('help')),
    }
    for (const button of document.querySelectorAll('button[data-does]'))
        button.addEventListener('click', () => actions[button.dataset.does]())
    for (const button of document.querySelectorAll('button[data-closes]'))
        button.addEventListener('click', () => button.closest('dialog').close())
    at('reset').addEventListener('click', () => { settings.reset(); sleep.clear() })
    at('rate').addEventListener('input', () => settings.set({ rate: Number(at('rate').value) }))
    at('place').addEventListener('input', () => { reader.goTo(Number(at('place').value) * 1000); refresh() })
    listenToKeys(actions, settings, isRtl)
    const tellDevice = listenToDevice(actions, reader, data)

    /** Has the bar show what is. */
    function refresh() {
        bar.classList.toggle('playing', sound.playing)
        if (sound.playing) begin()
        at('play').title = sound.playing ? data.words.pause : data.words.play
        at('play').setAttribute('aria-label', at('play').title)
        at('captions').setAttribute('aria-pressed', settings.value.captions)
        at('rate').value = String(settings.value.rate)
        at('where').textContent = book.sections[sound.section].label
        at('follow').hidden = follow.on || !settings.value.follow
        if (settings.value.captions) captions.show()
        shownSecond = -1
        reader.moved()
        tellDevice()
    }

    /** From now on the place that is reached lights up. */
    const begin = () => document.documentElement.classList.add('begun')

    let shownSecond = -1
    reader.moved = () => {
        const { position } = reader
        const second = Math.floor(position / 1000)
        if (second === shownSecond) return
        shownSecond = second
        const time = `${clock(position)} / ${clock(book.length)}`
        at('time').textContent = time
        const slider = at('place')
        slider.style.setProperty('--done', `${100 * position / book.length}%`)
        if (sound.playing && document.activeElement === slider) return // a screen reader would talk into it
        slider.value = second
        slider.setAttribute('aria-valuetext', `${at('where').textContent}, ${time}`)
    }
    reader.entered = () => {
        sentences.stopAt(reader.index)
        place.keep({ sentence: reader.sentence.id, ms: 0 })
        if (at('where').textContent !== book.sections[sound.section].label) refresh()
    }
    reader.slept = () => {
        sleep.clear()
        refresh()
        voice.say('slept')
    }
    reader.finished = () => {
        refresh()
        voice.say('end')
    }

    addEventListener('resize', () => sound.playing && follow.show(reader.light.sentence))
    sound.setRate(settings.value.rate)
    const marked = location.hash && at(decodeURIComponent(location.hash.slice(1)))
    const first = marked && article.contains(marked) ? book.within(marked) : book.places.get(place.value.sentence)
    document.documentElement.classList.add('ready')
    if (first > 0) begin()
    bar.hidden = false
    new ResizeObserver(() =>
        document.documentElement.style.setProperty('--bar', `${bar.offsetHeight}px`)).observe(bar)
    document.querySelector('.skip').hidden = false
    follow.on = first > 0 && !marked
    reader.jump(Math.max(first ?? 0, 0))
    follow.resume()
    captions.set(settings.value.captions)
    refresh()
    if (first > 0 && !marked) voice.say('kept')
}

document.documentElement.classList.add('scripted')
addEventListener('DOMContentLoaded', () => {
    try {
        start()
    } catch (error) {
        document.documentElement.classList.remove('scripted')
        throw error
    }
})
