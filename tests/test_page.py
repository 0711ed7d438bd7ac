"""The page in a real browser: it can be used by everybody, loads nothing, runs nothing foreign, keeps every
character."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from browser import ARGUMENTS, program
from onrecord.exports import page
from onrecord.exports.ink import legal
from onrecord.types import Record
from record_builder import PAYLOADS, Told, account, failed_talks, hostile, many

AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def folded() -> Record:
    """A record of one account in which somebody is quoted at length, in a word, and reported."""
    words = (
        "“We came with a pen and we go home with it full,” Ada Brun said. It was “unwise”, she said. She would wait "
        "for rain."
    )
    t = Told(account("Harbour Herald", ("body", words)))
    who = t.actor("Ada Brun")
    t.said("We came with a pen and we go home with it full,", speaker=who, cue="said")
    t.said("unwise", speaker=who, form="mixed", cue="said")
    t.said("She would wait for rain", speaker=who, form="indirect", cue="would")
    return Record(id="folded", title="Folded", readings=(t.reading(),))


@dataclass
class Opened:
    page: Page
    asked: list[str] = field(default_factory=list)  # for what the page asked the network
    said: list[str] = field(default_factory=list)  # on the console, and dialogs


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    made = {"talks": failed_talks(), "hostile": hostile(), "many": many(12, 3), "folded": folded()}
    for name, record in made.items():
        (folder / f"{name}.html").write_text(page(record), "utf-8", newline="")
    return {name: folder / f"{name}.html" for name in made}


@pytest.fixture
def visit(chromium: Browser, files) -> Iterator:
    contexts = []

    def open_page(name: str, width: int = 1200, fragment: str = "", **options) -> Opened:
        context = chromium.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce", **options)
        contexts.append(context)
        opened = Opened(context.new_page())
        opened.page.on("console", lambda message: opened.said.append(message.text))
        opened.page.on("pageerror", lambda error: opened.said.append(str(error)))
        opened.page.on("dialog", lambda dialog: (opened.said.append(dialog.message), dialog.dismiss()))
        opened.page.on("request", lambda request: opened.asked.append(request.url))
        opened.page.goto(files[name].as_uri() + fragment)
        opened.asked = [url for url in opened.asked if not url.startswith(files[name].as_uri())]
        return opened

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1400), ("dark", 900), ("light", 360)])
def test_everybody_can_use_it(visit, scheme, width):
    opened = visit("talks", width, color_scheme=scheme)
    opened.page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
    found = Axe().run(opened.page, options=AXE)
    assert found.violations_count == 0, found.generate_report()
    assert opened.said == []


def test_a_hostile_record_can_be_used_too(visit):
    found = Axe().run(visit("hostile").page, options=AXE)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("name", ["talks", "hostile", "many"])
def test_it_loads_nothing_and_says_nothing(visit, name):
    opened = visit(name)
    opened.page.wait_for_timeout(50)
    assert (opened.asked, opened.said) == ([], [])


def test_hostile_words_are_words(visit):
    opened = visit("hostile")
    opened.page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
    opened.page.wait_for_timeout(50)
    assert opened.page.evaluate("window.hit") is None
    assert opened.page.title().startswith("title <script>window.hit=1</script>")
    shown = opened.page.inner_text("body")
    for payload in PAYLOADS:
        assert " ".join(payload.split()) in " ".join(shown.split())
    assert "49" not in opened.page.inner_text("h1")
    for link in opened.page.locator("a:not([href^='#'])").all():
        assert link.get_attribute("href").startswith("https://")
        assert link.get_attribute("rel") == "noopener noreferrer"
        assert link.get_attribute("referrerpolicy") == "no-referrer"


def test_the_policy_stops_what_would_be_written_into_the_page(visit):
    opened = visit("talks")
    opened.page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=https://evil.example/x onerror=window.hit=1>')"
    )
    opened.page.wait_for_timeout(50)
    assert opened.page.evaluate("window.hit") is None
    assert any("Content Security Policy" in said for said in opened.said)


@pytest.mark.parametrize(("name", "record"), [("talks", failed_talks()), ("hostile", hostile())])
def test_the_text_of_each_account_stands_in_the_page_unchanged(visit, name, record):
    opened = visit(name)
    texts = opened.page.evaluate(
        """Object.fromEntries([...document.querySelectorAll(".fulltext")].map((node) => {
            const copy = node.cloneNode(true);
            copy.querySelectorAll(".ours").forEach((ours) => ours.remove());
            return [node.dataset.account, copy.textContent];
        }))"""
    )
    assert texts == {r.account.id: legal(r.account.text) for r in record.readings}


def test_every_line_has_its_place_and_every_link_a_target(visit):
    record = failed_talks()
    ids = {x.id for x in (*record.wordings, *record.positions, *record.timeline, *record.findings, *record.cast)}
    for reading in record.readings:
        ids |= {x.id for x in (*reading.statements, *reading.positions, *reading.discussion)}
    opened = visit("talks")
    missing = opened.page.evaluate("(ids) => ids.filter((id) => !document.getElementById(`line-${id}`))", sorted(ids))
    assert missing == []
    broken = opened.page.evaluate(
        """[...document.querySelectorAll("a[href^='#']")].map((a) => a.hash).filter((h) => !document.getElementById(h.slice(1)))"""
    )
    assert broken == []
    twice = opened.page.evaluate(
        """(() => { const ids = [...document.querySelectorAll("[id]")].map((n) => n.id);
                    return ids.filter((id, n) => ids.indexOf(id) !== n); })()"""
    )
    assert twice == []


@pytest.mark.parametrize("name", ["talks", "hostile", "many"])
def test_nothing_is_wider_than_the_screen(visit, name):
    opened = visit(name)
    opened.page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
    for width in (320, 360, 768, 1280):
        opened.page.set_viewport_size({"width": width, "height": 800})
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_siglum_leads_into_the_account_and_a_marked_word_back_to_its_line(visit):
    opened = visit("talks")
    wording = failed_talks().wordings[0]
    opened.page.click(f"#line-{wording.id} .margin a.sig >> nth=1")
    mark = opened.page.locator(":focus")
    assert mark.inner_text() == "They wanted the whole dam opened at once, and we could not do that"
    mark.click()
    assert opened.page.evaluate("document.activeElement.id") == f"line-{wording.id}"
    assert opened.page.evaluate("location.hash") == f"#line-{wording.id}"


def test_a_permalink_opens_what_is_folded(visit):
    record = failed_talks()
    spam = record.readings[2].discussion[2]
    opened = visit("talks", fragment=f"#at-{spam.id}")
    expect(opened.page.locator(":focus")).to_have_text("Buy cheap pills here")


def test_the_keys_walk_the_lines_and_leave_inputs_alone(visit):
    opened = visit("talks")
    keys, active = opened.page.keyboard, "document.activeElement.id"
    lines = opened.page.evaluate("[...document.querySelectorAll('.line')].map((n) => n.id)")
    for key, expected in (("j", 0), ("j", 1), ("j", 2), ("k", 1), ("k", 0), ("k", 0)):
        keys.press(key)
        assert opened.page.evaluate(active) == lines[expected]
    keys.press("o")
    opened.page.wait_for_function("document.activeElement.closest('.account') !== null", timeout=5000)
    keys.press("/")
    assert opened.page.evaluate(active) == "find"
    keys.type("joj?c")
    assert opened.page.input_value("#find") == "joj?c"
    assert not opened.page.is_visible("#help")
    opened.page.keyboard.press("Escape")
    keys.press("c")
    assert opened.page.locator("#texts.pair .chosen").count() == 2
    assert opened.page.locator("#joins path").count() >= 2
    keys.press("?")
    assert opened.page.is_visible("#help")


def test_after_a_search_the_reader_is_back_where_she_was(visit):
    opened = visit("talks")
    keys = opened.page.keyboard
    for _ in range(9):
        keys.press("j")
    where = opened.page.evaluate("[document.activeElement.id, scrollY]")
    assert where[1] > 0
    keys.press("/")
    keys.type("nobody")
    expect(opened.page.locator("#found")).to_contain_text("found")
    keys.press("Escape")
    assert opened.page.evaluate("[document.activeElement.id, scrollY]") == where
    assert opened.page.locator("#find").input_value() == ""


def test_keys_can_be_changed_and_switched_off(visit):
    opened = visit("talks")
    opened.page.keyboard.press("?")
    opened.page.get_by_label("Next line").fill("n")
    opened.page.keyboard.press("Escape")
    opened.page.keyboard.press("j")
    assert opened.page.evaluate("document.activeElement.classList.contains('line')") is False
    opened.page.keyboard.press("n")
    assert opened.page.evaluate("document.activeElement.classList.contains('line')") is True
    opened.page.click("#help-open")
    opened.page.uncheck("#keys-on")
    opened.page.click("#help-close")
    opened.page.keyboard.press("?")
    assert not opened.page.is_visible("#help")
    assert opened.said == []


def test_finding_and_choosing_hide_the_other_lines(visit):
    opened = visit("talks")
    opened.page.fill("#find", "nobody SHOUTED")
    expect(opened.page.locator("#found")).to_contain_text("found")
    shown = opened.page.locator(".line:visible").all_inner_texts()
    assert shown
    assert all("Nobody shouted" in words for words in shown)
    opened.page.fill("#find", "")
    expect(opened.page.locator("#found")).to_be_empty()
    opened.page.click("text=Only those in several accounts")
    assert opened.page.locator("#said .line:visible").count() == 2
    opened.page.click("text=Only those in several accounts")
    opened.page.click("text=As printed")
    numbers = opened.page.evaluate(
        "[...document.querySelectorAll('#speeches .line')].map((n) => Number(n.dataset.seq))"
    )
    assert numbers == sorted(numbers)
    assert len(numbers) == 5
    opened.page.click("text=By speaker")
    assert opened.page.locator("#said .speaker:visible").count() == 4


def test_the_reader_takes_another_witness_for_the_base(visit):
    opened = visit("talks")
    line = opened.page.locator(".line.shared:has(.app)").first
    line.locator("details.more").evaluate("(node) => { node.open = true }")
    quote, app = line.locator("blockquote"), line.locator(".app")
    before = quote.inner_text(), line.locator(".app:visible").inner_text()
    takes = line.locator(".take")
    assert takes.evaluate_all("(all) => all.map((b) => b.ariaPressed)") == ["true", *["false"] * (takes.count() - 1)]
    words = " ".join(line.locator(".evidence .wit").nth(1).inner_text().split())
    takes.nth(1).click()
    assert quote.inner_text() == words
    shown = line.locator(".app:visible")
    expect(shown).to_have_count(1)
    assert shown.inner_text() != before[1]
    assert all(lemma in words for lemma in shown.locator(".lemma").all_inner_texts())
    takes.first.click()
    assert (quote.inner_text(), line.locator(".app:visible").inner_text()) == before
    assert app.count() == 1
    assert opened.said == []


def test_each_base_has_the_words_that_the_others_have_instead(visit):
    opened = visit("talks")
    taken = opened.page.evaluate(
        """[...document.querySelectorAll(".line.shared")].flatMap((line) => [...line.querySelectorAll(".take")].map((take) => {
            take.click();
            const app = [...line.querySelectorAll(".app")].find((node) => !node.hidden);
            return [line.querySelector("blockquote").textContent, app ? [...app.querySelectorAll(".lemma")].map((n) => n.textContent) : []];
        }))"""
    )
    assert len(taken) > 3
    assert all(
        part in " ".join(quote.split()) for quote, lemmas in taken for lemma in lemmas for part in lemma.split(" … ")
    )


def test_it_can_be_read_without_a_script(visit):
    opened = visit("talks", java_script_enabled=False)
    assert opened.page.locator(".tools:visible").count() == 0
    for reading in failed_talks().readings:
        body = next(b for b in reading.account.blocks if b.kind == "body")
        assert reading.account.cut(body.span).split("“")[0].strip() in opened.page.inner_text("#accounts")
    opened.page.click("text=How to read the signs")
    assert opened.page.is_visible("text=leaves out")
    line = failed_talks().wordings[0].id
    opened.page.click(f"#line-{line} .margin a.sig >> nth=0")
    assert "#at-" in opened.page.url


def test_what_is_folded_is_reached_by_a_link_without_a_script(visit):
    indirect = next(s for r in folded().readings for s in r.statements if s.form == "indirect")
    opened = visit("folded", java_script_enabled=False)
    assert not opened.page.is_visible(f"#line-{indirect.id}")
    opened = visit("folded", fragment=f"#line-{indirect.id}", java_script_enabled=False)
    assert opened.page.is_visible(f"#line-{indirect.id}")
    opened = visit("folded")
    opened.page.emulate_media(media="print")
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert opened.page.is_visible(f"#line-{indirect.id}")


def test_finding_opens_what_is_folded_and_the_order_of_print_shows_it(visit):
    opened = visit("folded")
    opened.page.fill("#find", "wait for rain")
    expect(opened.page.locator("#said .line:visible")).to_have_count(1)
    opened.page.fill("#find", "")
    expect(opened.page.locator("#found")).to_be_empty()
    opened.page.click("text=As printed")
    assert opened.page.locator("#said .line:visible").count() == 3


def test_the_evidence_stands_at_the_end_of_its_line(visit):
    opened = visit("folded")
    toggle = opened.page.locator("#said .frag .more > summary").first
    box, line = toggle.bounding_box(), opened.page.locator("#said .frag").first.bounding_box()
    assert min(box["width"], box["height"]) >= 24
    assert box["y"] >= line["y"] - 1
    assert box["y"] + box["height"] <= line["y"] + line["height"] + 1
    toggle.click()
    assert opened.page.locator("#said .frag .more").first.inner_text().count("found by") == 1


def test_on_paper_nothing_that_matters_is_folded(visit):
    opened = visit("talks")
    opened.page.emulate_media(media="print")
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert opened.page.is_visible("text=Buy cheap pills here >> nth=0")
    assert opened.page.locator("nav:visible, .tools:visible").count() == 0
    colours = opened.page.evaluate(
        """[...document.querySelectorAll(".sig")].map((n) => getComputedStyle(n, "::after").backgroundColor)"""
    )
    assert set(colours) <= {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    assert opened.page.pdf(format="A4").startswith(b"%PDF")


TARGETS = """() => {
    const targets = "a, button, select, input, summary";
    const inline = (node) => getComputedStyle(node).display === "inline";
    const words = (node) => [...node.childNodes].map((child) =>
        child.nodeType === Node.TEXT_NODE ? child.nodeValue
        : child.nodeType === Node.ELEMENT_NODE && inline(child) && !child.matches(`${targets}, .vh`) ? words(child) : "").join("");
    const within = (node) => inline(node.parentElement) ? within(node.parentElement) : node.parentElement;
    return [...document.querySelectorAll(targets)]
        .filter((node) => node.getClientRects().length && !node.matches(".vh"))
        .map((node) => [node, node.getBoundingClientRect()])
        .filter(([node, box]) => box.width < 24 || box.height < 24)
        .filter(([node]) => !(inline(node) && words(within(node)).trim()))
        .map(([node, box]) => `${node.parentElement.className} ${node.className || node.tagName}: ${node.textContent}, ${box.width} by ${box.height}`);
}"""
"""What is smaller than 24 pixels and is no link between words, the size of which is that of their line (WCAG 2.5.8)."""


def written_in(page, ascent: int, descent: int) -> None:
    """Write a page in a font of these heights, in percent of its size, made of whichever the machine has."""
    ask = page.context.new_cdp_session(page).send
    ask("DOM.enable")
    ask("CSS.enable")
    root = ask("DOM.getDocument")["root"]["nodeId"]
    heading = ask("DOM.querySelector", {"nodeId": root, "selector": "h1"})["nodeId"]
    (font, *_) = ask("CSS.getPlatformFontsForNode", {"nodeId": heading})["fonts"]
    page.add_style_tag(
        content=f"@font-face {{ font-family: other; src: local('{font['postScriptName']}'), local('{font['familyName']}');"
        f" ascent-override: {ascent}%; descent-override: {descent}%; line-gap-override: 0% }}"
        ":root { --serif: other !important; --sans: other !important }"
    )
    assert page.evaluate("document.fonts.ready.then((all) => [...all].map((font) => font.status))") == ["loaded"]


def small_targets(page) -> list[str]:
    """The targets of a page, all of it unfolded, that are too small, or that others reach into."""
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
    found = Axe().run(page, options={"runOnly": ["target-size"]})
    return [*page.evaluate(TARGETS), *([found.generate_report()] if found.violations_count else [])]


@pytest.mark.parametrize(("ascent", "descent"), [(70, 10), (93, 24), (107, 29), (120, 45)])
@pytest.mark.parametrize(
    ("name", "width"), [("talks", 360), ("talks", 900), ("talks", 1400), ("hostile", 360), ("folded", 900)]
)
def test_targets_have_their_size_however_high_the_font(visit, name, width, ascent, descent):
    opened = visit(name, width, bypass_csp=True)
    written_in(opened.page, ascent, descent)
    assert small_targets(opened.page) == []


@pytest.mark.parametrize("fonts", ["dejavu", "liberation", "noto"])
def test_targets_have_their_size_in_the_fonts_of(fonts, chromium, files, tmp_path):
    folder = Path("/usr/share/fonts/truetype", fonts)
    if not folder.is_dir():
        pytest.skip(f"no fonts in {folder}")
    alone = tmp_path / "fonts.conf"
    alone.write_text(f"<fontconfig><dir>{folder}</dir><cachedir>{tmp_path}</cachedir></fontconfig>")
    launched = chromium.browser_type.launch(
        executable_path=program(), args=list(ARGUMENTS), env={**os.environ, "FONTCONFIG_FILE": str(alone)}
    )
    for width in (360, 900, 1400):
        opened = launched.new_page(viewport={"width": width, "height": 800})
        opened.goto(files["talks"].as_uri())
        assert small_targets(opened) == []
    launched.close()
