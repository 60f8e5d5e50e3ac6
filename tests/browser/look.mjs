// Looks at each document of an unpacked EPUB in a headless Chromium, in light and dark, idle and with
// everything that is narrated lit up, and prints as JSON what axe-core finds and whether the page has
// to be scrolled sideways at 320 pixels with the text spacing of WCAG 1.4.12.
// With a third argument it also leaves screenshots there: light, dark and at 200 % zoom.
// Usage: node look.mjs CHROMIUM LIST.json [FOLDER]
// LIST.json: [{"url": "file:///….xhtml", "narrated": [ids], "active": class}]

import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import puppeteer from 'puppeteer-core'

const [chromium, list, folder] = process.argv.slice(2)
const axe = await readFile(
    join(import.meta.dirname, 'node_modules/@daisy/axe-core-for-ace/axe.min.js'), 'utf8')
const options = {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    // A document is a part of a book: its heading has the rank that it has in the book.
    rules: { 'page-has-heading-one': { enabled: false } },
}
// As reading systems do it: axe-core takes a page without a background for white.
const themes = {
    light: ':root { color-scheme: light; color: #000; background: #fff }',
    dark: ':root { color-scheme: dark; color: #e8e8e8; background: #121212 }',
}
const spacing = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important;'
    + ' word-spacing: 0.16em !important } p { margin-bottom: 2em !important }'

const browser = await puppeteer.launch({
    executablePath: chromium,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
const seen = []
try {
    const page = await browser.newPage()
    for (const { url, narrated, active } of JSON.parse(await readFile(list, 'utf8')))
        for (const scheme of ['light', 'dark']) {
            await page.setViewport({ width: 800, height: 1000 })
            await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
            await page.goto(url)
            await style(page, themes[scheme])
            await page.evaluate(axe)
            for (const lit of [false, true]) {
                if (lit) await page.evaluate(light, narrated, active)
                const violations = await page.evaluate(find, options)
                seen.push({ url, scheme, lit, violations })
                if (folder) await shoot(page, `${basename(url)}-${scheme}${lit ? '-lit' : ''}`)
            }
            if (folder && scheme === 'light') {
                await page.setViewport({ width: 400, height: 500, deviceScaleFactor: 2 })
                await shoot(page, `${basename(url)}-zoomed`)
            }
            await page.setViewport({ width: 320, height: 256 })
            await style(page, spacing)
            const sideways = await page.evaluate(() =>
                document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth)
            seen.push({ url, scheme, sideways })
        }
} finally {
    await browser.close()
}
console.log(JSON.stringify(seen))

function style(page, css) {
    return page.evaluate(text => {
        const element = document.createElementNS('http://www.w3.org/1999/xhtml', 'style')
        element.textContent = text
        document.head.append(element)
    }, css)
}

function shoot(page, name) {
    return page.screenshot({ path: join(folder, `${name}.png`) })
}

function light(narrated, active) {
    for (const id of narrated) document.getElementById(id).classList.add(active)
}

async function find(options) {
    const { violations } = await axe.run(document, options)
    return violations.map(({ id, nodes }) =>
        ({ id, nodes: nodes.map(({ html, failureSummary }) => `${html}: ${failureSummary}`) }))
}
