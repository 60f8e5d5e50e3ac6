// Reads a book, an EPUB or the folder of a DAISY 2.02 one, with Thorium's parser, and prints as JSON
// its table of contents and the tree of its overlays, with times in seconds.
// Usage: node overlays.mjs BOOK

import { PublicationParsePromise } from 'r2-shared-js/dist/es6-es2015/src/parser/publication-parser.js'
import { lazyLoadMediaOverlays } from 'r2-shared-js/dist/es6-es2015/src/parser/epub-daisy-common.js'

const print = console.log
console.log = console.warn = console.error // what the parser says by the way is no part of the answer

const book = await PublicationParsePromise(process.argv[2])
const links = (book.Spine ?? []).filter(link => link.MediaOverlays)
for (const link of links) await lazyLoadMediaOverlays(book, link.MediaOverlays)

const contents = links =>
    (links ?? []).map(link => ({ title: link.Title, href: link.Href, inner: contents(link.Children) }))

const tree = node => ({
    roles: node.Role ?? [],
    text: node.Text ?? null,
    audio: node.Audio ? [node.Audio.split('#')[0], node.AudioClipBegin, node.AudioClipEnd] : null,
    inner: (node.Children ?? []).map(tree),
})

print(JSON.stringify({
    title: book.Metadata.Title,
    language: book.Metadata.Language,
    contents: contents(book.TOC),
    overlays: links.map(link => ({
        file: link.MediaOverlays.SmilPathInZip,
        duration: link.MediaOverlays.duration ?? link.Duration ?? null,
        elapsed: link.MediaOverlays.totalElapsedTime ?? null,
        tree: tree(link.MediaOverlays),
    })),
}))
