// Searches and sorts the list of the first page, and plays an article from a section on. Without it
// the list is complete and in order, and the browser opens the audio file at the section.
'use strict'

const find = document.getElementById('find')
const groups = document.getElementById('groups')
const status_ = document.getElementById('status')

if (find && groups) {
    const query = document.getElementById('query')
    const sort = document.getElementById('sort')
    const language = document.getElementById('language')
    const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

    const folded = text =>
        text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase().replace(/\s+/g, ' ')

    const articles = [...groups.querySelectorAll('li[data-date]')].map((item, place) => ({
        item,
        place,
        title: item.querySelector('h3').textContent,
        author: item.querySelector('.author')?.textContent ?? '',
        text: folded(item.textContent),
        ...item.dataset,
    }))

    // What the heading over an article is, and which comes first.
    const orders = {
        date: [article => article.month, (a, b) => a.place - b.place],
        title: [() => 'By title', (a, b) => collator.compare(a.title, b.title)],
        author: [
            article => article.author || 'Without an author',
            (a, b) => !a.author - !b.author || collator.compare(a.author, b.author),
        ],
        length: [() => 'By length', (a, b) => a.length - b.length],
    }

    const arrange = () => {
        const [heading, compare] = orders[sort.value]
        const made = []
        let last = null
        for (const article of [...articles].sort((a, b) => compare(a, b) || a.place - b.place)) {
            if (last?.name !== heading(article)) {
                last = group(heading(article), made.length + 1)
                made.push(last.section)
            }
            last.list.append(article.item)
        }
        groups.replaceChildren(...made)
    }

    const group = (name, number) => {
        const section = document.createElement('section')
        const title = document.createElement('h2')
        title.id = `g${number}`
        title.textContent = name
        const list = document.createElement('ul')
        list.className = 'articles'
        list.setAttribute('aria-labelledby', title.id)
        section.append(title, list)
        return { name, section, list }
    }

    const filter = () => {
        const words = folded(query.value).split(' ').filter(Boolean)
        const tag = language?.value ?? ''
        let shown = 0
        for (const article of articles) {
            const fits = (!tag || article.language === tag)
                && words.every(word => article.text.includes(word))
            article.item.hidden = !fits
            shown += fits
        }
        for (const section of groups.children)
            section.hidden = !section.querySelector('li:not([hidden])')
        return { shown, filtered: words.length > 0 || tag !== '' }
    }

    // Said once, when the typing has come to rest.
    let waiting = 0
    const tell = ({ shown, filtered }) => {
        clearTimeout(waiting)
        waiting = setTimeout(() => {
            const of = articles.length.toLocaleString('en')
            const found = shown ? `${shown.toLocaleString('en')} of ${of} articles` : 'No article fits'
            status_.textContent = filtered ? found : ''
        }, 400)
    }

    const remember = () => {
        const told = new URLSearchParams()
        if (query.value) told.set('q', query.value)
        if (sort.value !== 'date') told.set('sort', sort.value)
        if (language?.value) told.set('language', language.value)
        history.replaceState(null, '', told.size ? `#${told}` : location.pathname + location.search)
    }

    const update = () => {
        tell(filter())
        remember()
    }

    const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' })
    for (const option of language?.options ?? []) {
        if (!option.value) continue
        option.textContent = names.of(option.value)
        option.lang = 'en'
    }

    const asked = new URLSearchParams(location.hash.slice(1))
    query.value = asked.get('q') ?? ''
    if (orders[asked.get('sort')]) sort.value = asked.get('sort')
    if (language && asked.get('language')) language.value = asked.get('language')

    find.hidden = false
    find.addEventListener('submit', event => event.preventDefault())
    query.addEventListener('input', update)
    language?.addEventListener('change', update)
    sort.addEventListener('change', () => {
        arrange()
        update()
    })
    if (sort.value !== 'date') arrange()
    tell(filter())
}

const whole = document.querySelector('audio[aria-labelledby="whole"]')

for (const link of whole ? document.querySelectorAll('a[data-at]') : []) {
    link.addEventListener('click', event => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        const play = () => {
            whole.currentTime = Number(link.dataset.at) / 1000
            whole.play().catch(() => {})
        }
        if (whole.readyState) return play()
        // Played before its length is known, it would begin at the beginning.
        whole.addEventListener('loadedmetadata', play, { once: true })
        whole.preload = 'auto'
        whole.load()
    })
}
