// The page can be read without this. It adds keys, a search, choices, and two accounts side by side.
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const shown = (node) => node.getClientRects().length > 0;
  for (const node of all("[data-js]")) node.hidden = false;

  // What the reader chose is kept if the browser lets us; a file opened from disk may have no storage.
  const memory = {};
  const keep = (name, value) => {
    memory[name] = value;
    try { localStorage.setItem(`onrecord.${name}`, value); } catch { /* kept for this visit only */ }
  };
  const kept = (name) => {
    try { return localStorage.getItem(`onrecord.${name}`) ?? memory[name]; } catch { return memory[name]; }
  };

  // Going somewhere: what is folded is opened on the way, and the place holds the focus.
  const unfold = (node) => {
    for (let at = node; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  };
  const reveal = (node) => {
    unfold(node);
    node.scrollIntoView({ block: "center", behavior: "auto" });
  };
  const goTo = (line) => {
    unfold(line);
    line.focus({ preventScroll: true });
    reveal(line);
  };
  const target = (hash) => {
    try { return byId(decodeURIComponent(hash.slice(1))); } catch { return byId(hash.slice(1)); }
  };
  const arrive = () => {
    const place = location.hash.length > 1 && target(location.hash);
    if (!place) return;
    const account = place.closest(".account");
    const texts = byId("texts");
    if (account && texts.classList.contains("pair") && !account.classList.contains("chosen")) sideBySide(false);
    unfold(place);
    const line = place.classList.contains("line") ? place : place.closest(".line");
    if (line && line.hidden) clearChoices();
    if (place.classList.contains("pin")) {
      let mark = place;
      while (mark && mark.classList.contains("pin")) mark = mark.nextElementSibling;
      (mark && mark.matches("a") ? mark : account).focus({ preventScroll: true });
      hold(mark);
    } else if (line) {
      line.focus({ preventScroll: true });
    }
    place.scrollIntoView({ block: place.classList.contains("pin") ? "center" : "nearest", behavior: "auto" });
  };
  addEventListener("hashchange", arrive);
  // A link to where we already are makes no hashchange.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (link && link.hash === location.hash) setTimeout(arrive);
  });

  // Search and choice
  const lines = all(".line").filter((line) => !line.parentElement.closest("tr.line, li.line"));
  const find = byId("find");
  const found = byId("found");
  let only = "";
  const relations = new Set(all("[data-relation][aria-pressed]").map((b) => b.dataset.relation));
  const fold = (text) => text.normalize("NFKD").replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, "").toLowerCase();
  const texts = new Map();
  const textOf = (line) => {
    if (!texts.has(line)) texts.set(line, fold(line.textContent));
    return texts.get(line);
  };
  const choose = () => {
    const words = fold(find.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const line of lines) {
      const barred = only && line.dataset.seq && !line.classList.contains(only);
      line.hidden = barred || !words.every((word) => textOf(line).includes(word));
      count += !line.hidden;
    }
    for (const group of all(".speaker")) group.hidden = !group.querySelector(".line:not([hidden])") || byId("speeches").classList.contains("flat");
    for (const group of all(".relation, .thread, .reported")) {
      group.hidden = group.matches(".relation") ? !relations.has(group.dataset.of) : !group.matches(".thread") && !group.querySelector(".line:not([hidden])");
      if (words.length && group.querySelector(".line:not([hidden])")) group.open = true;
    }
    found.textContent = words.length ? `${count} ${count === 1 ? "line" : "lines"} found` : "";
  };
  // From the search back to where the reader was.
  let before = null;
  const goFind = () => {
    before = [document.activeElement, scrollX, scrollY];
    find.focus();
    reveal(find);
  };
  const goBack = () => {
    find.blur();
    if (!before) return;
    const [node, x, y] = before;
    before = null;
    if (node !== document.body) node.focus({ preventScroll: true });
    scrollTo(x, y);
  };
  let waiting;
  find.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(choose, 120); });
  find.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { event.preventDefault(); find.value = ""; choose(); goBack(); }
    if (event.key === "Enter") { clearTimeout(waiting); choose(); step(1, true); }
  });
  const press = (button, on) => button.setAttribute("aria-pressed", String(on));
  const clearChoices = () => {
    find.value = "";
    only = "";
    for (const button of all("[data-only]")) press(button, false);
    for (const button of all("[data-relation][aria-pressed]")) { relations.add(button.dataset.relation); press(button, true); }
    choose();
  };
  for (const button of all("[data-relation][aria-pressed]")) {
    button.addEventListener("click", () => {
      const on = !relations.has(button.dataset.relation);
      on ? relations.add(button.dataset.relation) : relations.delete(button.dataset.relation);
      press(button, on);
      choose();
    });
  }
  for (const button of all("[data-only]")) {
    button.addEventListener("click", () => {
      only = only === button.dataset.only ? "" : button.dataset.only;
      for (const other of all("[data-only]")) press(other, other.dataset.only === only);
      choose();
    });
  }

  // By speaker, or as printed
  const speeches = byId("speeches");
  if (speeches) {
    const homes = all(".lines", speeches).map((list) => [list, [...list.children]]);
    const flat = document.createElement("ol");
    flat.className = "lines";
    const order = (how) => {
      const printed = how === "printed";
      speeches.classList.toggle("flat", printed);
      if (printed) {
        flat.append(...homes.flatMap(([, items]) => items).sort((a, b) => a.dataset.seq - b.dataset.seq));
        speeches.append(flat);
      } else {
        flat.remove();
        for (const [list, items] of homes) list.append(...items);
      }
      for (const button of all("[data-order]")) press(button, button.dataset.order === how);
      choose();
    };
    for (const button of all("[data-order]")) button.addEventListener("click", () => order(button.dataset.order));
  }

  // Two accounts side by side, what they share joined
  const pair = byId("texts");
  const side = byId("side");
  const SVG = "http://www.w3.org/2000/svg";
  let joins = [];
  const hrefOf = (mark) => mark.getAttribute("href");
  const hold = (mark) => {
    for (const other of all(".m.held, .m.twin")) other.classList.remove("held", "twin");
    for (const { path, line } of joins) path.classList.toggle("held", Boolean(mark) && line === hrefOf(mark));
    if (!mark || !mark.matches(".m")) return;
    mark.classList.add("held");
    if (!pair.classList.contains("pair")) return;
    for (const other of all(".chosen .m", pair)) if (other !== mark && hrefOf(other) === hrefOf(mark)) other.classList.add("twin");
  };
  const draw = () => {
    byId("joins")?.remove();
    joins = [];
    if (!pair.classList.contains("pair")) return;
    const [left, right] = [pair.querySelector(".first"), pair.querySelector(".second")];
    const box = pair.getBoundingClientRect();
    const svg = document.createElementNS(SVG, "svg");
    svg.id = "joins";
    svg.setAttribute("aria-hidden", "true");
    const firsts = (account) => {
      const marks = new Map();
      for (const mark of all(".m-shared, .u-shared, .m-differs, .m-moment", account)) if (shown(mark) && !marks.has(hrefOf(mark))) marks.set(hrefOf(mark), mark);
      return marks;
    };
    const others = firsts(right);
    for (const [line, mark] of firsts(left)) {
      const other = others.get(line);
      if (!other) continue;
      const [a, b] = [mark.getClientRects()[0], other.getClientRects()[0]];
      const [x1, x2] = [left.getBoundingClientRect().right - box.left + 4, right.getBoundingClientRect().left - box.left - 4];
      const [y1, y2] = [a.top + a.height / 2 - box.top, b.top + b.height / 2 - box.top];
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("d", `M${x1} ${y1}C${(x1 + x2) / 2} ${y1} ${(x1 + x2) / 2} ${y2} ${x2} ${y2}`);
      svg.append(path);
      joins.push({ path, line });
    }
    pair.append(svg);
  };
  const sideBySide = (on) => {
    if (!side) return;
    pair.classList.toggle("pair", on);
    press(side, on);
    for (const account of all(".account", pair)) {
      account.classList.toggle("first", on && account.id === byId("left").value);
      account.classList.toggle("second", on && account.id === byId("right").value);
      account.classList.toggle("chosen", account.matches(".first, .second"));
    }
    draw();
  };
  if (side) {
    side.addEventListener("click", () => sideBySide(!pair.classList.contains("pair")));
    for (const select of [byId("left"), byId("right")]) {
      select.addEventListener("change", () => {
        const other = select.id === "left" ? byId("right") : byId("left");
        if (other.value === select.value) other.value = [...other.options].find((o) => o.value !== select.value).value;
        if (pair.classList.contains("pair")) sideBySide(true);
      });
    }
    addEventListener("resize", draw);
    pair.addEventListener("toggle", draw, true);
  }
  for (const event of ["mouseover", "focusin"]) {
    pair.addEventListener(event, ({ target: node }) => { const mark = node.closest("a.m"); if (mark) hold(mark); });
  }

  // Keys
  const step = (by, fromStart = false) => {
    const open = all(".line").filter(shown);
    if (!open.length) return;
    const now = open.indexOf(document.activeElement.closest(".line"));
    let next = now + by;
    if (now < 0) {
      const below = fromStart ? 0 : open.findIndex((line) => line.getBoundingClientRect().top > 0);
      next = below < 0 ? open.length - 1 : by > 0 ? below : Math.max(below - 1, 0);
    }
    goTo(open[Math.min(Math.max(next, 0), open.length - 1)]);
  };
  const openInAccount = () => {
    const line = document.activeElement.closest(".line");
    const link = line && line.querySelector('a[href^="#at-"], a[href^="#account-"]');
    if (!link) return;
    if (location.hash === link.hash) arrive(); else location.hash = link.hash;
  };
  const compare = () => {
    if (!side) return;
    sideBySide(!pair.classList.contains("pair"));
    reveal(byId("compare"));
    side.focus({ preventScroll: true });
  };
  const help = byId("help");
  const actions = {
    next: ["j", "next line", () => step(1)],
    previous: ["k", "previous line", () => step(-1)],
    open: ["o", "open the line in its account", openInAccount],
    compare: ["c", "compare two accounts", compare],
    find: ["/", "find", goFind],
    help: ["?", "these keys", () => { if (!help.open) help.showModal(); }],
  };
  const keys = {};
  for (const [name, [key, words]] of Object.entries(actions)) {
    keys[name] = kept(`key.${name}`) || key;
    const label = document.createElement("label");
    const input = document.createElement("input");
    input.value = keys[name];
    input.maxLength = 1;
    input.addEventListener("input", () => {
      const value = input.value.trim();
      const taken = Object.entries(keys).some(([other, key]) => other !== name && key === value);
      byId("keys-say").textContent = taken ? `${value} is taken` : "";
      if (!value || taken) return;
      keys[name] = value;
      keep(`key.${name}`, value);
    });
    label.append(words[0].toUpperCase() + words.slice(1), input);
    byId("keys").append(label);
  }
  const switched = byId("keys-on");
  switched.checked = kept("keys") !== "off";
  switched.addEventListener("change", () => keep("keys", switched.checked ? "on" : "off"));
  byId("help-open").addEventListener("click", actions.help[2]);
  byId("help-close").addEventListener("click", () => help.close());
  document.addEventListener("keydown", (event) => {
    if (!switched.checked || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input, select, textarea, dialog, [contenteditable]")) return;
    const action = Object.keys(keys).find((name) => keys[name] === event.key);
    if (!action) return;
    event.preventDefault();
    actions[action][2]();
  });

  // Another witness as the base: its words above, and under it where the others depart from them.
  const LIMIT = 1e6; // pairs of words; more would hold the page up
  const INSTEAD = 6; // words
  const element = (name, kind, ...inside) => {
    const node = document.createElement(name);
    if (kind) node.className = kind;
    node.append(...inside);
    return node;
  };
  const wordsOf = (text) => [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Default_Ignorable_Code_Point}]*(?:['’][\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Default_Ignorable_Code_Point}]*)*/gu)].map((match) => (
    { key: fold(match[0]).replaceAll("’", "'"), start: match.index, end: match.index + match[0].length }));
  // The heaviest common subsequence: a longer word weighs more, and so does one that goes on a run.
  const aligned = (a, b) => {
    const wide = b.length + 1;
    const best = new Float64Array((a.length + 1) * wide);
    const same = (i, j) => i < a.length && j < b.length && a[i].key === b[j].key;
    const worth = (i, j) => 1 + Math.min(a[i].key.length, 8) / 8 + (same(i + 1, j + 1) ? 1 : 0) + best[(i + 1) * wide + j + 1];
    for (let i = a.length - 1; i >= 0; i--) {
      for (let j = b.length - 1; j >= 0; j--) {
        const skip = Math.max(best[(i + 1) * wide + j], best[i * wide + j + 1]);
        best[i * wide + j] = same(i, j) ? Math.max(skip, worth(i, j)) : skip;
      }
    }
    const pairs = [];
    for (let i = 0, j = 0; i < a.length && j < b.length;) {
      if (same(i, j) && best[i * wide + j] === worth(i, j)) pairs.push([i++, j++]);
      else if (best[(i + 1) * wide + j] >= best[i * wide + j + 1]) i++;
      else j++;
    }
    return pairs;
  };
  const cutOf = (witness, from, to) => (from < to ? witness.text.slice(witness.words[from].start, witness.words[to - 1].end) : "");
  // Without stray agreements at either end: a few little words that stand apart from the rest.
  const trimmed = (base, witness, pairs) => {
    const runs = [];
    for (const [i, j] of pairs) {
      const last = runs.at(-1)?.at(-1);
      if (last && last[0] === i - 1 && last[1] === j - 1) runs.at(-1).push([i, j]);
      else runs.push([[i, j]]);
    }
    const stray = (run) => runs.length > 1 && run.length < 3 && run.every(([i]) => base.words[i].key.length < 5);
    while (stray(runs[0] ?? []) && runs[0][0].some((place) => place)) runs.shift();
    while (stray(runs.at(-1) ?? []) && runs.at(-1).at(-1).some((place, side) => place < [base, witness][side].words.length - 1)) runs.pop();
    return runs.flat();
  };
  // [from, to) of the base and the reading, between the words that both have. Long stretches do not stand for one another.
  const gaps = (base, witness, pairs) => {
    const found = [];
    let [i, j] = [0, 0];
    for (const [k, m] of [...pairs, [base.words.length, witness.words.length]]) {
      if (i < k && j < m && Math.max(k - i, m - j) > INSTEAD) found.push([i, i, cutOf(witness, j, m)], [i, k, ""]);
      else if (i < k || j < m) found.push([i, k, cutOf(witness, j, m)]);
      [i, j] = [k + 1, m + 1];
    }
    return found;
  };
  const departures = (base, others) => {
    const compared = others.map((witness) => [witness, trimmed(base, witness, aligned(base.words, witness.words))])
      .filter(([, pairs]) => pairs.length);
    const entries = new Map();
    for (const [witness, pairs] of compared) {
      // What an account prints in another of its quotations it does not leave out.
      const elsewhere = new Set(compared.filter(([other]) => other !== witness && other.sigla === witness.sigla).flatMap(([, own]) => own.map(([i]) => i)));
      for (const [from, to, reading] of gaps(base, witness, pairs)) {
        const printed = Array.from({ length: to - from }, (_, n) => from + n).every((i) => elsewhere.has(i));
        if (!reading && printed) continue;
        const at = reading && from === to ? [Math.max(from - 1, 0), from, "add"] : [from, to, reading ? "for" : "om"];
        const entry = entries.get(at.join()) ?? entries.set(at.join(), { at, readings: new Map() }).get(at.join());
        entry.readings.set(reading, [...(entry.readings.get(reading) ?? []), witness]);
      }
    }
    return [...entries.values()].sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);
  };
  const shorter = (text) => {
    const words = text.split(/\s+/);
    return words.length > 7 ? `${words.slice(0, 2).join(" ")} … ${words.slice(-2).join(" ")}` : text;
  };
  const apparatusOf = (base, entries) => {
    const app = element("p", "app", element("span", "vh", "Variants: "));
    for (const { at: [from, to, kind], readings } of entries) {
      const entry = element("span", "entry");
      if (from < to) entry.append(element("bdi", "lemma", shorter(cutOf(base, from, to))), "] ");
      for (const [reading, witnesses] of readings) {
        if (kind !== "for") entry.append(element("i", "ours", `${kind}. `));
        if (reading) entry.append(element("bdi", "", shorter(reading)), " ");
        for (const witness of witnesses) entry.append(witness.sig.cloneNode(true), " ");
      }
      if (app.children.length > 1) app.append(element("span", "dot", " · "));
      app.append(entry);
    }
    return app;
  };
  const marked = (base, entries) => {
    const nodes = [];
    let at = 0;
    for (const { at: [from, to, kind] } of entries) {
      if (kind === "add" || base.words[from].start < at) continue;
      nodes.push(base.text.slice(at, base.words[from].start), element("span", "lem", cutOf(base, from, to)));
      at = base.words[to - 1].end;
    }
    return [...nodes, base.text.slice(at)];
  };
  for (const line of all(".line.shared")) {
    const quote = line.querySelector("blockquote");
    const witnesses = all(".evidence > li", line).filter((item) => item.querySelector(".wit")).map((item) => {
      const said = item.querySelector(".wit").cloneNode(true);
      for (const ours of said.querySelectorAll(".gap, .vh, .ours, .writer")) ours.replaceWith(" ");
      const text = said.textContent.replace(/\s+/g, " ").trim();
      const sig = item.querySelector(".sig");
      return { item, text, words: wordsOf(text), sig, sigla: sig.lastChild.textContent };
    });
    const size = Math.max(...witnesses.map((witness) => witness.words.length));
    if (!quote || witnesses.length < 2 || size * size > LIMIT) continue;
    const first = [...quote.childNodes];
    const own = all(".app, .plain", line).filter((node) => node.closest(".line") === line);
    let made = null;
    const buttons = witnesses.map((witness, number) => {
      const button = element("input", "take");
      button.type = "button";
      button.value = "Take for the base";
      press(button, number === 0);
      button.setAttribute("aria-label", `Take the words of ${witness.sigla} for the base`);
      button.addEventListener("click", () => {
        for (const other of buttons) press(other, other === button);
        made?.remove();
        made = null;
        for (const node of own) node.hidden = number > 0;
        if (!number) return quote.replaceChildren(...first);
        const entries = departures(witness, witnesses.filter((other) => other.sigla !== witness.sigla));
        quote.replaceChildren(...marked(witness, entries));
        made = apparatusOf(witness, entries);
        line.querySelector(".base").after(made);
      });
      witness.item.append(" ", button);
      return button;
    });
  }

  // On paper what is folded is open, but for what the print style leaves out.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("details:not([open])");
    for (const node of folded) node.open = true;
  });
  addEventListener("afterprint", () => { for (const node of folded) node.open = false; });
  // The browser's own move to the fragment takes the focus away again, so ours comes after it.
  addEventListener("load", () => setTimeout(arrive));
})();
