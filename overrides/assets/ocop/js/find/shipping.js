/* A day of shipping: which goods are rated on it, and still certified if they ever were. */

import { linkTo } from "./dom.js"
import { markOn } from "./standing.js"

const RATED = ["holding", "unconfirmed"]

export const isRated = (product, day) => RATED.includes(markOn(product, day).status)

/* A certificate is valid until its last day; one whose end no source tells, always. */
export const validOn = (certificates, day) => certificates.filter(({ until }) => !until || until >= day)

const hasLeft = ({ withdrawn }, day) => withdrawn && withdrawn.after < day

/* Tell whether a product may be shipped on a day, or anything of a producer. */
export const ships = (record, day) => (record.type === "producer" ? record.products.some((each) => ships(each, day)) : shipsItself(record, day))

const shipsItself = (product, day) =>
  isRated(product, day) && !(product.producer && hasLeft(product.producer, day)) &&
  (!product.certificates.length || validOn(product.certificates, day).length > 0)

/* The goods of a producer that count: on a day of shipping those that can be shipped. */
export const goodsOn = ({ products }, { day, ship }) => (ship ? products.filter((each) => ships(each, day)) : products)

/* Let links to the other listings, and to the trader's list, lead to them on the same day. */
export function carry(day, index) {
  const listings = ["products", "producers", "list"].map((name) => new URL(linkTo(index, index.folders[name])).pathname)
  for (const link of document.querySelectorAll("a[href]")) if (listings.includes(link.pathname)) link.search = day ? `day=${day}` : ""
}
