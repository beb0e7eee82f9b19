/* Look through the words of the book's pages (book-index.js). Chinese is found inside sentences,
   numbers whole and however they are grouped, English words in their common forms. */
"use strict";

const bookSearch = (() => {
  const TOKEN = /[\u3400-\u9fff]+|[0-9]+(?:[.,][0-9]+)*|[^\P{L}\u3400-\u9fff]+/gu;
  const NUMBER = /[0-9]+(?:[.,][0-9]+)*/g;
  const STOPWORDS = new Set(("a an and are as at be by for from had has how in is it of on or that "
    + "the this to was were what which with").split(" "));
  const ENDINGS = [["ies", 3], ["ing", 5], ["ed", 4], ["s", 3]]; // and the letters that must remain
  const IN_TITLE = 12, IN_HEADING = 5, WHOLE_TITLE = 40, VERBATIM = 6, MOST = 4;
  const MOST_TEXT = 6 * VERBATIM;
  const LIST_WEIGHT = 0.6; // pages outside an edition list or explain what chapters are about
  const ENOUGH = 0.6; // of the pairs of characters of a Chinese phrase that stands nowhere whole
  const BEFORE = 60, AROUND = 190;

  const fold = (text) => text.toLowerCase();
  const isHan = (token) => /^[\u3400-\u9fff]/.test(token);
  const bare = (number) => number.replaceAll(",", "");
  const stem = (word) => {
    const [ending] = ENDINGS.find(([end, least]) => word.endsWith(end) && !word.endsWith("ss")
      && word.length - end.length >= least) || [""];
    return word.slice(0, word.length - ending.length);
  };

  /* A matcher takes folded text and returns where a term stands in it: pairs of start and end. */
  const places = (text, expression) =>
    [...text.matchAll(expression)].map((found) => [found.index, found.index + found[0].length]);
  const matcher = (token) => {
    if (isHan(token)) return (text) => places(text, new RegExp(token, "gu"));
    if (/^[0-9]/.test(token)) {
      const isSame = ([start, end], text) => bare(text.slice(start, end)) === bare(token);
      return (text) => places(text, NUMBER).filter((place) => isSame(place, text));
    }
    const word = new RegExp(`(?<!\\p{L})${stem(token)}\\p{L}*`, "gu");
    return (text) => places(text, word);
  };
  const loosely = (token) => {
    const pairs = [...token].slice(1).map((last, place) => token[place] + last);
    return (text) => {
      const found = pairs.map((pair) => text.indexOf(pair)).filter((start) => start >= 0);
      return found.length >= ENOUGH * pairs.length ? found.map((start) => [start, start + 2]) : [];
    };
  };

  const read = (index) => index.map(([address, passages]) => ({
    address,
    title: passages.length ? passages[0][1] : address,
    weight: address.includes("/") ? 1 : LIST_WEIGHT,
    passages: passages.map(([anchor, heading, text, numbers]) => ({
      anchor, heading, text, numbers, folded: fold(text), foldedHeading: fold(heading),
    })),
  }));
  const hits = (match, passage) => match(passage.folded).length || match(passage.numbers).length;
  const standsOn = (match, page) =>
    page.passages.some((each) => match(each.foldedHeading).length || hits(match, each));

  const matchers = (pages, query) => {
    const tokens = fold(query.normalize("NFKC")).match(TOKEN) || [];
    const telling = tokens.filter((token) => !STOPWORDS.has(token));
    return (telling.length ? telling : tokens).map((token) => {
      const exact = matcher(token);
      const isWhole = !isHan(token) || token.length < 3 || pages.some((page) => standsOn(exact, page));
      return isWhole ? exact : loosely(token);
    });
  };

  const inPassage = (terms, verbatim, passage) => {
    const counts = terms.map((match) => Math.min(MOST, hits(match, passage)));
    const holds = passage.folded.includes(verbatim)
      || passage.numbers.split(" ").includes(bare(verbatim));
    const isVerbatim = counts.every((count) => count > 0) && holds;
    return counts.reduce((sum, count) => sum + count, 0) + (isVerbatim ? VERBATIM : 0);
  };
  const among = (terms, text) => terms.filter((match) => match(text).length).length;
  const judge = (terms, query, page) => {
    const verbatim = fold(query.normalize("NFKC")).trim(), title = fold(page.title);
    const rows = page.passages
      .map((passage) => ({ passage, score: inPassage(terms, verbatim, passage) }));
    const headings = page.passages.slice(1).map((each) => among(terms, each.foldedHeading));
    const inText = rows.reduce((sum, row) => sum + Math.min(row.score, 2 * VERBATIM), 0);
    // A page about the words themselves has no need to repeat them.
    const isAbout = among(terms, title) === terms.length;
    const ofText = isAbout ? MOST_TEXT : page.weight * Math.min(inText, MOST_TEXT);
    return {
      page,
      rows: rows.filter((row) => row.score > 0).sort((a, b) => b.score - a.score).slice(0, 2),
      score: IN_TITLE * among(terms, title) + (title === verbatim ? WHOLE_TITLE : 0)
        + IN_HEADING * Math.max(0, ...headings) + ofText,
    };
  };

  /* Pages that hold every term, the best first; pages that are equal stay in reading order. */
  const find = (pages, query) => {
    const terms = matchers(pages, query);
    if (!terms.length) return [];
    return pages.filter((page) => terms.every((match) => standsOn(match, page)))
      .map((page) => judge(terms, query, page)).sort((a, b) => b.score - a.score);
  };

  /* The piece of a passage around its first hit, cut into words that are hits and words between. */
  const excerpt = (passage, terms) => {
    const found = terms.flatMap((match) => match(passage.folded)).sort((a, b) => a[0] - b[0]);
    const from = Math.max(0, (found.length ? found[0][0] : 0) - BEFORE), to = from + AROUND;
    const cuts = [];
    let done = from;
    for (const [start, end] of found) {
      if (start < done || end > to) continue;
      cuts.push([false, passage.text.slice(done, start)], [true, passage.text.slice(start, end)]);
      done = end;
    }
    cuts.push([false, passage.text.slice(done, to)]);
    return { cuts, isCutBefore: from > 0, isCutBehind: to < passage.text.length };
  };

  return { read, find, matchers, excerpt };
})();

(() => {
  const root = document.querySelector(".book-search");
  if (!root) return;
  const input = root.querySelector("input[name=q]");
  const list = root.querySelector("ol"), status = root.querySelector("[role=status]");
  const pages = bookSearch.read(bookIndex);

  const element = (name, text, attributes = {}) => {
    const made = Object.assign(document.createElement(name), attributes);
    made.append(text);
    return made;
  };
  const line = (page, passage, terms) => {
    const { cuts, isCutBefore, isCutBehind } = bookSearch.excerpt(passage, terms);
    const made = element("p", "");
    if (passage.anchor && passage.heading !== page.title) {
      const href = `${page.address}#${passage.anchor}`;
      made.append(element("a", passage.heading, { href }), " ");
    }
    made.append(isCutBefore ? "… " : "");
    made.append(...cuts.map(([isHit, text]) => (isHit ? element("mark", text) : text)));
    made.append(isCutBehind ? " …" : "");
    return made;
  };
  const result = ({ page, rows }, terms) => {
    const item = element("li", element("a", page.title, { href: page.address }));
    if (page.address.includes("/")) {
      item.append(" ", element("span", page.address.split("/")[0], { className: "edition" }));
    }
    item.append(...rows.map(({ passage }) => line(page, passage, terms)));
    return item;
  };
  const show = () => {
    const query = input.value.trim();
    const found = query ? bookSearch.find(pages, query) : [];
    const terms = bookSearch.matchers(pages, query);
    list.replaceChildren(...found.map((each) => result(each, terms)));
    const said = found.length ? root.dataset.found : root.dataset.nothing;
    status.textContent = query ? said.replace("{n}", found.length) : "";
  };

  input.value = new URLSearchParams(location.search).get("q") || "";
  input.addEventListener("input", show);
  show();
  input.focus();
})();
