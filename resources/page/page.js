
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

  function choose(number) {
    const row = document.getElementById("terms-" + number);
    if (!row) return;
    const terms = Array.from(row.querySelectorAll(".term"), (term) => term.textContent);
    card.querySelector(".card-where").textContent = row.dataset.where;
    card.querySelector(".card-terms").textContent = terms.join(", ") || "no counted term";
    card.querySelector(".card-words").textContent = "\u201c" + row.querySelector(".words").textContent + "\u201d";
    card.querySelector(".card-link").setAttribute("href", "#slice-" + number);
    for (const bar of bars) {
      const isChosen = numberOf(bar) === String(number);
      bar.classList.toggle("chosen", isChosen);
      bar.setAttribute("tabindex", isChosen ? "0" : "-1");
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
  const passages = Array.from(document.querySelectorAll(".passage"));
  field.closest(".find").hidden = false;
  field.addEventListener("input", () => {
    const wanted = field.value.trim().toLowerCase().replace(/\s+/g, " ");
    let shown = 0;
    for (const passage of passages) {
      passage.hidden = wanted !== "" && !passage.textContent.toLowerCase().replace(/\s+/g, " ").includes(wanted);
      if (!passage.hidden) shown += 1;
    }
    found.textContent = wanted ? shown + " of " + passages.length + " paragraphs" : "";
  });
})();
