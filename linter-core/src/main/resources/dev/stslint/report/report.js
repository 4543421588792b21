(() => {
  'use strict';
  const groups = document.getElementById('groups');
  const tools = document.getElementById('tools');
  const articles = [...groups.querySelectorAll('article')];
  const severities = ['error', 'warning', 'info'];
  const texts = new Map();

  const textOf = article => {
    if (!texts.has(article)) {
      texts.set(article, `${article.dataset.path} ${article.textContent}`.toLowerCase());
    }
    return texts.get(article);
  };

  const addCounts = (summary, members) => {
    for (const chip of summary.querySelectorAll('.chip')) {
      chip.remove();
    }
    for (const severity of severities) {
      const count = members.filter(article => article.dataset.severity === severity).length;
      if (count > 0) {
        const chip = document.createElement('span');
        chip.className = `chip ${severity}`;
        chip.textContent = `${count} ${severity}${count === 1 ? '' : 's'}`;
        summary.append(' ', chip);
      }
    }
  };

  const filter = () => {
    const words = tools.elements.search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = new Set([...tools.querySelectorAll('[name=severity]:checked')].map(box => box.value));
    let shown = 0;
    for (const article of articles) {
      article.hidden = !wanted.has(article.dataset.severity) || !words.every(word => textOf(article).includes(word));
      shown += article.hidden ? 0 : 1;
    }
    for (const group of groups.children) {
      const members = [...group.querySelectorAll('article')].filter(article => !article.hidden);
      group.hidden = members.length === 0;
      addCounts(group.firstElementChild, members);
    }
    tools.elements.shown.value = `${shown} of ${articles.length} shown`;
  };

  const regroup = () => {
    const by = tools.querySelector('[name=group]:checked').value;
    const members = new Map();
    for (const article of articles) {
      const key = article.dataset[by] || 'outside of objects';
      if (!members.has(key)) {
        members.set(key, []);
      }
      members.get(key).push(article);
    }
    const keys = [...members.keys()];
    if (by !== 'path') {
      keys.sort();
    }
    groups.replaceChildren(...keys.map(key => {
      const group = document.createElement('details');
      const summary = document.createElement('summary');
      const title = document.createElement('h3');
      group.className = 'group';
      group.open = true;
      title.textContent = key;
      summary.append(title);
      group.append(summary, ...members.get(key));
      return group;
    }));
    filter();
  };

  const fold = () => {
    const button = tools.elements.fold;
    const opens = button.textContent === 'Open all';
    for (const group of groups.children) {
      group.open = opens;
    }
    button.textContent = opens ? 'Close all' : 'Open all';
  };

  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) {
      return;
    }
    if (target.hidden) {
      tools.reset();
      regroup();
    }
    for (let details = target.closest('details'); details; details = details.parentElement.closest('details')) {
      details.open = true;
    }
    target.scrollIntoView();
  };

  if (tools) {
    tools.hidden = false;
    tools.addEventListener('submit', event => event.preventDefault());
    tools.elements.search.addEventListener('input', filter);
    tools.elements.fold.addEventListener('click', fold);
    for (const box of tools.querySelectorAll('[name=severity]')) {
      box.addEventListener('change', filter);
    }
    for (const choice of tools.querySelectorAll('[name=group]')) {
      choice.addEventListener('change', regroup);
    }
    filter();
  }
  addEventListener('hashchange', reveal);
  addEventListener('beforeprint', () => {
    for (const group of groups.children) {
      group.open = true;
    }
  });
  reveal();
})();
