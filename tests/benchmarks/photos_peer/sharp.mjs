/* The peer: the same photos in the same widths, formats and like quality, by sharp, on all processors.

       node sharp.mjs FOLDER_OF_JPEGS TARGET */

import { mkdirSync, readdirSync } from "node:fs"
import { availableParallelism } from "node:os"
import { basename, join } from "node:path"
import sharp from "sharp"

const [folder, target] = process.argv.slice(2)
const widths = [320, 640, 1280]
/* The speed of AV1 that ours has, and the quality that gives as many decibels: sharp counts otherwise. A picture is one
   thread's work and several are made at a time, as with ours. */
const formats = {
  jpg: (picture) => picture.jpeg({ quality: 80, optimiseCoding: true }),
  avif: (picture) => picture.avif({ quality: 64, effort: 0, chromaSubsampling: "4:2:0" }),
}
sharp.concurrency(1)
sharp.cache(false)

async function make(file) {
  const { data, info } = await sharp(join(folder, file)).rotate().resize({ width: 1280 }).toColourspace("srgb").raw().toBuffer({ resolveWithObject: true })
  const upright = () => sharp(data, { raw: info })
  await Promise.all(widths.flatMap((width) => Object.entries(formats).map(([kind, encode]) =>
    encode(upright().resize({ width })).toFile(join(target, `${basename(file, ".jpg")}.${width}.${kind}`)))))
}

mkdirSync(target, { recursive: true })
const waiting = readdirSync(folder).filter((file) => file.endsWith(".jpg")).sort()
await Promise.all(Array.from({ length: availableParallelism() }, async () => {
  for (let file; (file = waiting.pop()); ) await make(file)
}))
