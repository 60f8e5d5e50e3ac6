// Reads a `.audiobook` package with Thorium's parser, and prints as JSON what it found.
// Usage: node audiobook.mjs PACKAGE

import { PublicationParsePromise } from 'r2-shared-js/dist/es6-es2015/src/parser/publication-parser.js'

const print = console.log
console.log = console.warn = console.error // what the parser says by the way is no part of the answer

const book = await PublicationParsePromise(process.argv[2])
const known = (book.Internal ?? []).find(({ Name }) => Name === 'type')
const contents = links =>
    (links ?? []).map(link => ({ title: link.Title, href: link.Href, inner: contents(link.Children) }))

print(JSON.stringify({
    type: known?.Value,
    title: book.Metadata.Title,
    duration: book.Metadata.Duration,
    narrator: book.Metadata.Narrator?.map(({ Name }) => Name),
    sufficient: book.Metadata.Accessibility?.AccessModeSufficient,
    sections: book.Spine.map(link => [link.Href, link.TypeLink, link.Duration]),
    resources: book.Resources.map(link => link.Href),
    contents: contents(book.TOC),
}))
