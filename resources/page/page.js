
"use strict";
(function () {
  const card = document.getElementById("card");
  const bars = Array.from(document.querySelectorAll(".arc a"));
  const numberOf = (link) => link.getAttribute("href").replace("#slice-", "");

  function reveal(target) {
    for (let box = target; box; box = box.parentElement) {
      if (box.tagName === "DETAILS") box.open = true;
    }
  }

  function go(hash) {
    const target = /^#[a-z0-9-]+$/.test(hash) ? document.getElementById(hash.slice(1)) : null;
    if (target) { reveal(target); target.scrollIntoView(); }
  }

  /* Behind the bars and before the floor, which is the picture's first rectangle. */
  function tint(bar) {
    const picture = bar.ownerSVGElement, area = bar.querySelector("rect");
    let mark = picture.querySelector(".tint");
    if (!mark) {
      mark = document.createElementNS(picture.namespaceURI, "rect");
      mark.setAttribute("class", "tint");
      picture.querySelector("rect").after(mark);
    }
    for (const side of ["x", "y", "width", "height"]) mark.setAttribute(side, area.getAttribute(side));
  }

  function choose(number) {
    const row = document.getElementById("terms-" + number);
    if (!row) return;
    const terms = Array.from(row.querySelectorAll(".term"), (term) => term.cloneNode(true));
    const parts = terms.flatMap((term, at) => (at ? [", ", term] : [term]));
    card.querySelector(".card-where").textContent = row.dataset.where;
    card.querySelector(".card-terms").replaceChildren(...(parts.length ? parts : ["no counted term"]));
    card.querySelector(".card-words bdi").textContent = row.querySelector(".words").textContent;
    card.querySelector(".card-link").setAttribute("href", "#slice-" + number);
    for (const bar of bars) {
      const isChosen = numberOf(bar) === String(number);
      bar.classList.toggle("chosen", isChosen);
      bar.setAttribute("tabindex", isChosen ? "0" : "-1");
      if (isChosen) tint(bar);
    }
  }

  function step(event) {
    const row = Array.from(event.currentTarget.querySelectorAll("a"));
    const at = row.indexOf(event.target.closest("a"));
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: row.length - 1 }[event.key];
    if (event.key === "Enter" && at >= 0) { event.preventDefault(); go(row[at].getAttribute("href")); return; }
    if (to === undefined || at < 0 || !row[to]) return;
    event.preventDefault();
    choose(numberOf(row[to]));
    row[to].focus();
  }

  if (card) {
    for (const link of document.querySelectorAll(".arc a, .strip a")) {
      link.addEventListener("click", (event) => { event.preventDefault(); choose(numberOf(link)); });
    }
    for (const arc of document.querySelectorAll(".arc")) arc.addEventListener("keydown", step);
    choose(numberOf(card.querySelector(".card-link")));
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && !event.defaultPrevented) { const target = document.getElementById(link.getAttribute("href").slice(1)); if (target) reveal(target); }
  });
  window.addEventListener("hashchange", () => go(location.hash));
  go(location.hash);

  const field = document.getElementById("find");
  const found = document.getElementById("found");
  const passages = Array.from(document.querySelectorAll(".passage"), (box) => ({ box: box, text: said(box) }));
  /* What is said in a paragraph, without its time and the marks of its slices. */
  function said(box) {
    const copy = box.cloneNode(true);
    for (const mark of copy.querySelectorAll(".time, .mark")) mark.remove();
    return flat(copy.textContent);
  }

  function flat(text) {
    return text.toLowerCase().replace(/\s+/g, " ").trim();
  }

  field.closest(".find").hidden = false;
  field.addEventListener("input", () => {
    const wanted = flat(field.value);
    let shown = 0;
    for (const { box, text } of passages) {
      box.hidden = wanted !== "" && !text.includes(wanted);
      for (const mark of box.querySelectorAll(".mark")) mark.hidden = box.hidden;
      const speaker = box.previousElementSibling;
      if (speaker && speaker.className === "speaker") speaker.hidden = box.hidden;
      if (!box.hidden) shown += 1;
    }
    found.textContent = wanted ? shown + " of " + passages.length + " paragraphs" : "";
  });
})();
