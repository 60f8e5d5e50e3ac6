// Opens an EPUB in foliate-js in a headless Chromium, plays its overlays to the end at double speed,
// and prints as JSON what was highlighted, in order, and where the audio was then (seconds).
// Usage: node play.mjs CHROMIUM BOOK.epub

import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import puppeteer from 'puppeteer-core'

const [chromium, book] = process.argv.slice(2)
const modules = join(import.meta.dirname, 'node_modules')
const types = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.html': 'text/html' }

const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname))
    const file = path === '/book.epub' ? book : join(modules, path)
    try {
        const body = path === '/' ? '<!DOCTYPE html><meta charset="utf-8"><body>' : await readFile(file)
        response.writeHead(200, { 'Content-Type': types[extname(path)] ?? (path === '/' ? 'text/html' : 'application/octet-stream') })
        response.end(body)
    } catch {
        response.writeHead(404).end()
    }
})
await new Promise(listening => server.listen(0, '127.0.0.1', listening))

const browser = await puppeteer.launch({
    executablePath: chromium,
    args: ['--no-sandbox', '--disable-gpu', '--autoplay-policy=no-user-gesture-required', '--disable-background-networking'],
})
try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${server.address().port}/`)
    const seen = await page.evaluate(play)
    console.log(JSON.stringify(seen))
} finally {
    await browser.close()
    server.close()
}

async function play() {
    const playing = []
    window.Audio = class extends window.Audio {
        constructor(...given) {
            super(...given)
            playing.push(this)
        }
    }
    await import('/foliate-js/view.js')
    const view = document.createElement('foliate-view')
    document.body.append(view)
    const blob = await (await fetch('/book.epub')).blob()
    await view.open(new File([blob], 'book.epub'))
    const seen = []
    const classes = new Set()
    const spoken = view.book.sections.filter(section => section.mediaOverlay).length
    const end = new Promise((done, fail) => {
        view.mediaOverlay.addEventListener('error', event => fail(event.detail))
        view.mediaOverlay.addEventListener('highlight', event => {
            const { text, begin } = event.detail
            if (seen.at(-1)?.text === text) return
            seen.push({ text, begin, time: playing.at(-1).currentTime })
            setTimeout(() => {
                for (const { doc } of view.renderer.getContents())
                    for (const element of doc.querySelectorAll(`.${view.book.media.activeClass}`))
                        classes.add(element.id)
            }, 60)
        })
        const watch = setInterval(() => {
            if (playing.length === spoken && playing.at(-1).ended) {
                clearInterval(watch)
                done()
            }
        }, 50)
    })
    view.mediaOverlay.setRate(2)
    await view.goTo(0)
    await view.startMediaOverlay()
    await end
    return { seen, lit: [...classes] }
}
