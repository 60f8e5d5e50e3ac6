// What makes the page quicker; without it, links play and forms are sent just the same.

const GONE = 'The server does not answer. Is oped-audio serve still running?'
const status = document.getElementById('status')
const main = () => document.getElementById('main')
const player = new Audio()
let playing = null
let goesOn = false
let events = null

function tell(message, isWrong = false) {
    status.classList.toggle('wrong', isWrong)
    status.textContent = ''
    requestAnimationFrame(() => { status.textContent = message })
}

// Hearing

function stop() {
    goesOn = false
    player.pause()
    mark(null)
}

function mark(link, name = 'playing') {
    for (const old of document.querySelectorAll('.playing, .waiting')) old.classList.remove('playing', 'waiting')
    playing = link
    link?.classList.add(name)
}

async function sound(address) {
    const answer = await fetch(address)
    if (answer.ok) return URL.createObjectURL(await answer.blob())
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    throw new Error(page.querySelector('main p')?.textContent ?? page.body.textContent)
}

async function play(address, link) {
    player.pause()
    mark(link, 'waiting')
    const slow = setTimeout(() => tell('One moment: it is being narrated.'), 1500)
    try {
        const source = await sound(address)
        if (playing !== link) return
        if (player.src) URL.revokeObjectURL(player.src)
        player.src = source
        await player.play()
        mark(link)
        if (status.textContent.startsWith('One moment')) tell('')
    } catch (error) {
        if (error.name === 'AbortError') return
        mark(null)
        goesOn = false
        tell(error.message, true)
    } finally {
        clearTimeout(slow)
    }
}

const sentences = () => [...document.querySelectorAll('.hear[id]')]

function neighbour(link, step) {
    const all = sentences()
    return all[all.indexOf(link) + step]
}

player.addEventListener('ended', () => {
    const next = goesOn && playing ? neighbour(playing, 1) : null
    mark(null)
    if (!next) { goesOn = false; return }
    next.focus()
    setTimeout(() => { if (goesOn) play(next.href, next) }, 300)
})

document.addEventListener('click', event => {
    const link = event.target.closest('[data-hear]')
    if (!link || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    if (link === playing) stop()
    else { goesOn = false; play(link.href, link) }
})

// Changing

document.addEventListener('submit', event => {
    const form = event.target
    const button = event.submitter
    if (form.method === 'dialog') return
    event.preventDefault()
    if (button?.getAttribute('aria-disabled') === 'true') return
    const fields = new URLSearchParams(new FormData(form, button))
    if (button?.hasAttribute('data-try')) {
        goesOn = false
        fields.delete('stand')
        play(`${button.formAction}?${fields}`, button)
        return
    }
    send(form.action, fields).then(() => {
        const sentence = document.querySelector('.hear.large')
        if (button?.hasAttribute('data-then-hear') && sentence && !status.classList.contains('wrong'))
            play(sentence.href, sentence)
    })
})

async function send(address, fields) {
    stop()
    main().setAttribute('aria-busy', 'true')
    try {
        const answer = await fetch(address, { method: 'POST', body: fields })
        show(await answer.text(), answer.url)
    } catch {
        tell(GONE, true)
    } finally {
        main().removeAttribute('aria-busy')
    }
}

function show(text, address) {
    const page = new DOMParser().parseFromString(text, 'text/html')
    if (!page.getElementById('main')) { tell(page.body.textContent, true); return }
    const told = page.getElementById('status')
    const at = document.activeElement?.id
    main().replaceWith(page.getElementById('main'))
    document.title = page.title
    history.replaceState(null, '', new URL(address).pathname)
    begin()
    const trouble = told?.textContent ? null : page.querySelector('main > .wrong')
    tell((trouble ?? told)?.textContent ?? '', (trouble ?? told)?.classList.contains('wrong'))
    const focus = main().dataset.focus
    const target = document.getElementById(focus) ?? document.getElementById(at) ?? main()
    const control = target.matches('a, button, input, select') ? target
        : target.querySelector('.hear') ?? target
    control.focus({ preventScroll: true })
    control.scrollIntoView({ block: 'nearest' })
}

// Following a build

function begin() {
    for (const link of document.querySelectorAll('[data-hear]')) link.setAttribute('role', 'button')
    events?.close()
    events = null
    const line = document.querySelector('[data-events]')
    if (line) follow(line.dataset.events)
}

function follow(address) {
    const log = document.getElementById('log')
    let said = 0
    log.replaceChildren()
    events = new EventSource(address)
    events.onerror = () => { if (events.readyState === EventSource.CLOSED) tell(GONE, true) }
    events.onmessage = event => {
        const news = JSON.parse(event.data)
        const bar = document.getElementById('progress')
        bar.max = Math.max(news.total, 1)
        bar.value = news.done
        document.getElementById('progress-told').textContent = ` ${news.done} of ${news.total}`
        if (news.message) {
            const item = document.createElement('li')
            item.textContent = news.message
            item.className = news.state
            log.append(item)
        }
        if (news.state !== 'running') finish(news)
        else if (news.message && Date.now() - said > 5000) {
            said = Date.now()
            tell(`${news.done} of ${news.total} sentences`)
        }
    }
}

async function finish(news) {
    events.close()
    const answer = await fetch(location.pathname)
    show(await answer.text(), answer.url)
    if (document.activeElement === main() || document.activeElement === document.body)
        document.getElementById('build').focus()
    tell(news.message, news.state === 'failed')
}

// Keys

const list = document.getElementById('keys-list')
const shortcuts = document.getElementById('shortcuts')
const keys = document.getElementById('keys')

shortcuts.checked = localStorage.getItem('shortcuts') !== 'off'
shortcuts.addEventListener('change', () => localStorage.setItem('shortcuts', shortcuts.checked ? 'on' : 'off'))
keys.hidden = false
keys.addEventListener('click', () => list.showModal())

function current() {
    const here = document.activeElement
    if (here?.matches('.hear[id]')) return here
    return here?.closest('.block, section')?.querySelector('.hear[id]') ?? null
}

function move(step) {
    const from = current()
    const to = from ? neighbour(from, document.activeElement === from ? step : 0) : sentences()[0]
    to?.focus()
}

const ACTIONS = {
    j: () => move(1),
    k: () => move(-1),
    p: () => {
        const from = current() ?? sentences()[0]
        if (!from) return
        from.focus()
        goesOn = true
        play(from.href, from)
    },
    w: () => { const how = document.querySelector(`.how[href$="/${current()?.id}"]`); if (how) location = how.href },
    c: () => {
        const change = document.activeElement?.closest('.block, section')?.querySelector('details.change')
        if (!change) return
        change.open = true
        change.querySelector('button').focus()
    },
    u: () => document.getElementById('undo')?.click(),
    '?': () => list.showModal(),
}

document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || list.open) return
    const here = event.target
    if (event.key === 'Escape') { stop(); return }
    if (here.matches('[data-hear]')) {
        if (event.key === ' ') { event.preventDefault(); here.click(); return }
        if (event.key === 'ArrowDown') { event.preventDefault(); move(1); return }
        if (event.key === 'ArrowUp') { event.preventDefault(); move(-1); return }
    }
    if (here.matches('input:not([type=radio], [type=checkbox]), select, textarea')) return
    if (!shortcuts.checked && event.key !== '?') return
    const action = ACTIONS[event.key.toLowerCase()]
    if (action) { event.preventDefault(); action() }
})

begin()
{
    const told = status.textContent
    const focus = document.getElementById(main().dataset.focus)
    if (told) tell(told, status.classList.contains('wrong'))
    if (focus) (focus.matches('a, button, input, select') ? focus : focus.querySelector('.hear') ?? focus).focus()
    if (location.search) history.replaceState(null, '', location.pathname + location.hash)
}
