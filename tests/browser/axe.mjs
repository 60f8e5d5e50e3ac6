// Opens a page from a file in a headless Chromium, light and dark, wide and narrow, and prints as JSON for
// each what axe-core finds, how wide the page is, what it asks for and what the console says.
// Usage: node axe.mjs CHROMIUM PAGE.html

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import puppeteer from 'puppeteer-core'

const [chromium, file] = process.argv.slice(2)
const address = pathToFileURL(file).href
const axe = await readFile(join(import.meta.dirname, 'node_modules/@daisy/axe-core-for-ace/axe.min.js'), 'utf8')

const browser = await puppeteer.launch({
    executablePath: chromium,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
try {
    const seen = []
    for (const scheme of ['light', 'dark'])
        for (const width of [1000, 320]) seen.push(await look(scheme, width))
    console.log(JSON.stringify(seen))
} finally {
    await browser.close()
}

async function look(scheme, width) {
    const page = await browser.newPage()
    const asked = []
    const said = []
    page.on('request', request => asked.push(request.url()))
    page.on('console', message => said.push(message.text()))
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    await page.setViewport({ width, height: 900 })
    await page.goto(address)
    const scrolls = await page.evaluate(() => document.documentElement.scrollWidth)
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const requests = asked.filter(url => url !== address)
    await page.setBypassCSP(true)
    await page.reload()
    await page.evaluate(axe)
    const { violations, passes } = await page.evaluate(() => axe.run())
    await page.close()
    return {
        scheme,
        width,
        scrolls,
        background,
        requests,
        said,
        passes: passes.map(rule => rule.id),
        violations: violations.map(rule => [rule.id, ...rule.nodes.map(node => node.html)]),
    }
}
