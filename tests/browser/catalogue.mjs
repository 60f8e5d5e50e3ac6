// Reads an OPDS catalogue, 2.0 (.json) or 1.2 (.xml), with Thorium's parser, and prints as JSON what it found.
// Usage: node catalogue.mjs CATALOGUE

import { readFileSync } from 'node:fs'
import { DOMParser } from '@xmldom/xmldom'
import { TaJsonDeserialize } from 'r2-lcp-js/dist/es6-es2015/src/serializable.js'
import { convertOpds1ToOpds2 } from 'r2-opds-js/dist/es6-es2015/src/opds/converter.js'
import { initGlobalConverters_OPDS } from 'r2-opds-js/dist/es6-es2015/src/opds/init-globals.js'
import { OPDS } from 'r2-opds-js/dist/es6-es2015/src/opds/opds1/opds.js'
import { OPDSFeed } from 'r2-opds-js/dist/es6-es2015/src/opds/opds2/opds2.js'
import { initGlobalConverters_GENERIC } from 'r2-shared-js/dist/es6-es2015/src/init-globals.js'
import { XML } from 'r2-utils-js/dist/es6-es2015/src/_utils/xml-js-mapper/index.js'

initGlobalConverters_OPDS()
initGlobalConverters_GENERIC()

const print = console.log
console.log = console.warn = console.error // what the parser says by the way is no part of the answer

const text = readFileSync(process.argv[2], 'utf8')
const feed = process.argv[2].endsWith('.json')
    ? TaJsonDeserialize(JSON.parse(text), OPDSFeed)
    : convertOpds1ToOpds2(XML.deserialize(new DOMParser().parseFromString(text, 'application/xml'), OPDS))

print(JSON.stringify({
    title: feed.Metadata.Title,
    publications: feed.Publications.map(({ Metadata, Links, Images }) => ({
        title: Metadata.Title,
        authors: (Metadata.Author ?? []).map(({ Name }) => Name),
        language: Metadata.Language,
        links: Links.map(({ Rel, TypeLink, Href }) => [Rel?.[0] ?? null, TypeLink, Href]),
        images: (Images ?? []).map(({ Href }) => Href),
    })),
}))
