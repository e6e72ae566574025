// The desk in the browser: it sends what is typed, and shows what comes of it. No framework.
'use strict';

const $ = (id) => document.getElementById(id);
const element = (name, words, attributes = {}) => {
  const made = document.createElement(name);
  made.textContent = words;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};
const later = (milliseconds) => new Promise((go) => setTimeout(go, milliseconds));
const page = document.body.dataset;

/* A Word file comes in: on either page, by dropping or choosing it. */

async function bringWord(file, language = '', changes = '') {
  const told = $('told') || $('banner');
  told.hidden = false;
  told.textContent = `${file.name} is being read and compared …`;
  let answer, found;
  try {
    const asked = new URLSearchParams({ name: file.name, language, changes });
    answer = await fetch(`word?${asked}`, { method: 'POST', body: file });
    found = answer.headers.get('content-type').includes('json') ? await answer.json() : { told: [await answer.text()] };
  } catch {
    told.textContent = 'The desk does not answer. Start it again, and drop the file once more.';
    return;
  }
  if (answer.ok) {
    sessionStorage.setItem(`told ${found.name}`, JSON.stringify(found.told));
    location.href = `edit?file=${encodeURIComponent(found.name)}`;
    return;
  }
  const list = element('ul', '');
  list.append(...found.told.map((line) => element('li', line)));
  if (!found.changes) { told.replaceChildren(element('p', `${file.name} was not imported:`), list); return; }
  const accept = element('button', 'Accept all changes', { class: 'button', type: 'button' });
  const reject = element('button', 'Reject all changes', { class: 'button', type: 'button' });
  accept.onclick = () => bringWord(file, language, 'accept');
  reject.onclick = () => bringWord(file, language, 'reject');
  const both = element('p', '', { class: 'row' });
  both.append(accept, reject);
  told.replaceChildren( // the buttons stand above what may be a long list
    element('p', `${file.name} has changes that are still open. Decide on them in Word, or here on all of them:`), both, list);
  both.scrollIntoView({ block: 'nearest' });
}

const isWord = (file) => /\.docx?$|\.odt$|\.rtf$/i.test(file.name);

function heedDrops(take) {
  let depth = 0;
  const show = (on) => { $('dropping').hidden = !on; };
  const carriesFiles = (event) => [...event.dataTransfer.types].includes('Files');
  addEventListener('dragenter', (event) => { if (carriesFiles(event)) { depth += 1; show(true); } });
  addEventListener('dragleave', (event) => { if (carriesFiles(event) && (depth -= 1) <= 0) show(false); });
  addEventListener('dragover', (event) => { if (carriesFiles(event)) event.preventDefault(); });
  addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth = 0;
    show(false);
    if (event.dataTransfer.files.length) take(event.dataTransfer.files[0]);
  });
}

function startList() {
  const bring = (file) => bringWord(file, $('word-language').value);
  $('word').onchange = (event) => { if (event.target.files.length) bring(event.target.files[0]); };
  heedDrops(bring);
}

/* A statement. */

function startEdit() {
  const text = $('text'), mirror = $('lines'), form = $('form');
  const file = page.file;
  const me = [...crypto.getRandomValues(new Uint8Array(12))].map((n) => n.toString(16).padStart(2, '0')).join('');
  const address = (path, more = {}) => `${path}?${new URLSearchParams({ file, window: me, ...more })}`;
  const post = (path, data, more) => fetch(address(path, more), { method: 'POST', body: JSON.stringify(data) });

  let head = '', base = Number(page.revision), changes = {}, dirty = false, sending = false, asking = false;

  /* What is typed goes to the desk at once; while one text is on its way, the newest one waits. */

  async function send() {
    if (sending) return;
    sending = true;
    while (dirty && !asking) {
      dirty = false;
      const fields = changes;
      changes = {};
      try {
        const answer = await post('text', { base, head, body: text.value, fields });
        if (answer.ok) {
          const found = await answer.json();
          base = found.revision;
          takeHead(found.head);
          say('');
        } else {
          changes = { ...fields, ...changes };
          dirty = true;
          if (answer.status === 409) ask(await answer.text());
          else { say(await answer.text()); await later(2000); }
        }
      } catch {
        changes = { ...fields, ...changes };
        dirty = true;
        say('The desk does not answer: what you type is in this window alone. Start the desk again and copy it, or wait.');
        await later(1000);
      }
    }
    sending = false;
    showSaved();
    heedRemedies();
  }

  let state = { saved: true, revision: base };
  function showSaved() {
    const all = !dirty && !sending && state.saved && state.revision === base;
    $('saved').textContent = all ? 'Saved' : 'Saving …';
  }

  function typed() {
    dirty = true;
    page.busy = 'yes';
    number();
    send();
    showSaved();
    heedRemedies();
  }

  function say(words) {
    $('banner').textContent = words;
    $('banner').hidden = !words;
  }

  function takeHead(newer) {
    if (newer === head) return;
    head = newer;
    mirror.style.setProperty('--before', linesIn(head));
  }

  const linesIn = (words) => words.split('\n').length - 1;

  /* The line numbers: the text once more, line by line, where it cannot be seen. */

  let shown = [];
  function number() {
    const lines = text.value.split('\n');
    let start = 0, end = 0;
    while (start < lines.length && start < shown.length && lines[start] === shown[start]) start += 1;
    while (end < lines.length - start && end < shown.length - start &&
      lines[lines.length - 1 - end] === shown[shown.length - 1 - end]) end += 1;
    const fresh = lines.slice(start, lines.length - end).map((line) => element('div', line));
    for (let n = shown.length - end - 1; n >= start; n -= 1) mirror.children[n].remove();
    const before = mirror.children[start] || null;
    for (const line of fresh) mirror.insertBefore(line, before);
    shown = lines;
  }

  /* Places in the text: `offset` counts from the beginning of the file. */

  function showTab(name) {
    for (const each of ['body', 'front']) {
      const on = each === name;
      $(`tab-${each}`).setAttribute('aria-selected', on);
      $(`tab-${each}`).tabIndex = on ? 0 : -1;
      $(`panel-${each}`).hidden = !on;
    }
    view('write');
  }

  function view(name) {
    page.view = name;
    for (const each of document.querySelectorAll('[data-view-of]')) each.setAttribute('aria-pressed', each.dataset.viewOf === name);
  }

  function goTo(start, end) {
    if (start < head.length) {
      goToKey(linesIn(head.slice(0, start)) + 1);
      return;
    }
    showTab('body');
    text.focus({ preventScroll: true });
    text.setSelectionRange(start - head.length, end - head.length);
    const line = mirror.children[linesIn(text.value.slice(0, start - head.length))];
    if (line) line.scrollIntoView({ block: 'center' });
  }

  function goToLine(line) {
    const before = linesIn(head);
    if (line <= before) { goToKey(line); return; }
    const lines = text.value.split('\n');
    const start = lines.slice(0, line - 1 - before).reduce((sum, each) => sum + each.length + 1, 0);
    goTo(head.length + start, head.length + start + (lines[line - 1 - before] || '').length);
  }

  const keyAt = (line) => {
    const found = head.split('\n').slice(0, line).reverse().map((each) => /^([\w-]+)[ \t]*:/.exec(each)).find(Boolean);
    return found ? found[1] : '';
  };

  function goToKey(line) {
    const field = form.querySelector(`[data-key="${CSS.escape(keyAt(line))}"]`);
    showTab('front');
    if (!field) return;
    if (field.closest('details')) field.closest('details').open = true;
    field.scrollIntoView({ block: 'center' });
    const control = field.querySelector('input, textarea, select, button');
    if (control) control.focus({ preventScroll: true });
  }

  /* What is said of the text: at its lines, at its fields, and in the list below. */

  let told = JSON.parse(sessionStorage.getItem(`told ${file}`) || '[]');
  let saidOf = -1;
  function heedRemedies() { // in a text that is newer than what is said of it, lines may have moved
    const fresh = saidOf === base && !dirty && !sending;
    for (const each of document.querySelectorAll('.remedy')) each.disabled = !fresh;
    if (fresh) goOn();
  }

  function showSaid(said, refused) {
    for (const line of mirror.querySelectorAll('.bad, .odd')) line.className = '';
    for (const each of form.querySelectorAll('.said')) each.textContent = '';
    for (const each of form.querySelectorAll('[aria-invalid]')) each.removeAttribute('aria-invalid');
    const before = linesIn(head);
    let inFront = 0;
    for (const each of said) {
      if (each.file) continue;
      const line = mirror.children[each.line - 1 - before];
      if (each.line > before && line) line.className = refused ? 'bad' : 'odd';
      if (each.line && each.line <= before) inFront += atField(each);
    }
    $('front-count').hidden = !inFront;
    $('front-count').textContent = ` (${inFront})`;
    const items = said.map((each) => item(each, refused));
    if (told.length) items.push(...told.map((line) => element('li', line, { class: 'hint' })));
    $('said').replaceChildren(...items);
    $('dock').hidden = !items.length;
    const many = said.length;
    $('dock-title').textContent = refused ? `To mend: ${many}` : many ? `To look at: ${many}` : 'Told by the import';
    if (told.length) {
      const done = element('button', 'Hide what the import told', { class: 'button small', type: 'button' });
      done.onclick = () => { told = []; sessionStorage.removeItem(`told ${file}`); showSaid(said, refused); };
      $('said').append(done);
    }
  }

  function atField(each) {
    const key = each.key.split('.')[0];
    const field = form.querySelector(`.fields > [data-key="${CSS.escape(key)}"]`);
    if (!field) return 0;
    const place = field.querySelector(':scope > .said');
    if (place) place.textContent = `${each.wrong}; ${each.instead}`;
    const control = field.querySelector('[data-value], [data-day]');
    if (control) control.setAttribute('aria-invalid', 'true');
    return 1;
  }

  function item(each, refused) {
    const li = element('li', '', { class: refused ? 'bad' : 'odd' });
    const where = each.file ? each.file : each.line ? `Line ${each.line}` : '';
    if (each.line && !each.file) {
      const go = element('button', where, { class: 'plain', type: 'button' });
      go.onclick = () => goToLine(each.line);
      li.append(go, ' ');
    } else if (where) li.append(`${where}: `);
    li.append(each.instead ? `${each.wrong}; ${each.instead}` : each.wrong);
    if (each.remedy) {
      const mend = element('button', each.remedy.label, { class: 'button small remedy', type: 'button' });
      mend.onclick = () => { leave(mend); carryOut(each.remedy); };
      li.append(' ', mend);
    }
    return li;
  }

  async function carryOut(remedy) {
    const lines = (head + text.value).split('\n');
    const before = linesIn(head);
    if (remedy.line > before) { // as if it was typed: it can be undone
      const length = (some) => some.reduce((sum, line) => sum + line.length + 1, 0);
      const start = length(lines.slice(0, remedy.line - 1)) - head.length;
      const gone = length(lines.slice(remedy.line - 1, remedy.line - 1 + remedy.remove)) - 1;
      showTab('body');
      text.setSelectionRange(start, start + gone);
      insert(remedy.insert.join('\n'));
      return;
    }
    lines.splice(remedy.line - 1, remedy.remove, ...remedy.insert);
    await takeText(lines.join('\n'));
    typed();
  }

  /* A button that was pressed goes, and with it where the keyboard was: that waits at the list's heading, and goes
     on to the button that is in its place then, or to the tab where nothing is left to mend. */

  let left = null;
  const remedies = () => [...document.querySelectorAll('.remedy')];
  function leave(mend) {
    left = { at: remedies().indexOf(mend), of: saidOf };
    $('dock-title').focus({ preventScroll: true });
  }

  function goOn() {
    if (!left || left.of === saidOf) return;
    const next = remedies().at(Math.min(left.at, remedies().length - 1));
    left = null;
    if (![document.body, $('dock-title')].includes(document.activeElement)) return; // somebody went elsewhere
    const place = next || ($('dock').hidden ? document.querySelector('[role="tab"][aria-selected="true"]') : $('dock-title'));
    place.focus();
  }

  /* A whole text takes the place of what there is: it is parted, and the form made anew. */

  let asText = false;
  async function takeText(whole) {
    const answer = await post('form', { text: whole });
    const found = await answer.json();
    const at = [text.selectionStart, text.selectionEnd];
    takeHead(asText ? '' : found.head);
    text.value = asText ? whole : found.body;
    text.setSelectionRange(...at);
    form.innerHTML = found.html;
    number();
  }

  /* The form: each change is told by the key at the top, with its whole value, as it is typed: the desk tidies it. */

  function valueOf(field) {
    const inner = (key) => field.querySelector(key);
    switch (field.dataset.kind) {
      case 'group': {
        const kept = {};
        for (const each of field.querySelectorAll('[data-key]')) {
          if (each.parentElement.closest('[data-kind]') !== field) continue;
          const value = valueOf(each);
          if (value !== null) kept[each.dataset.key] = value;
        }
        return Object.keys(kept).length ? kept : null;
      }
      case 'list': {
        const items = [...inner('.items').children].map((each) => valueOf(each.querySelector('[data-kind]')));
        const kept = items.filter((each) => each !== null);
        return kept.length ? kept : null;
      }
      case 'pairs': {
        const pairs = [...inner('.items').children].map((each) => [
          each.querySelector('[data-name]').value, each.querySelector('[data-value]').value]);
        const kept = Object.fromEntries(pairs.filter(([key, value]) => key && value));
        return Object.keys(kept).length ? kept : null;
      }
      case 'flag': return inner('[data-value]').checked ? 'true' : null;
      case 'moment': return [inner('[data-day]').value, inner('[data-time]').value].filter(Boolean).join(' ') || null;
      case 'embargo': // what is missing is not guessed: it is said beside the field
        return ['day', 'time', 'zone'].map((part) => inner(`[data-${part}]`).value.trim()).filter(Boolean).join(' ') || null;
      default: return inner('[data-value]').value || null; // a no-break space is a letter of it
    }
  }

  function changed(target) {
    let field = target.closest('[data-key]');
    while (field && field.parentElement.closest('[data-key]')) field = field.parentElement.closest('[data-key]');
    if (!field || field.dataset.kind === 'other') return;
    changes[field.dataset.key] = valueOf(field);
    if (field.dataset.key === 'title') $('title').textContent = (valueOf(field) || '').trim() || 'Without a title';
    typed();
  }

  form.addEventListener('input', (event) => changed(event.target));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('click', (event) => {
    const button = event.target.closest('[data-do]');
    if (!button) return;
    const does = button.dataset.do, row = button.closest('[data-item]');
    if (does === 'as-text') {
      asText = true;
      takeText(head + text.value).then(() => { showTab('body'); text.focus(); text.setSelectionRange(0, 0); });
      $('tab-front').hidden = true;
      $('as-form').hidden = false;
      return;
    }
    const list = button.closest('.many');
    if (does === 'add') {
      const made = list.querySelector('template').content.cloneNode(true);
      const unique = `n${Date.now()}`;
      for (const each of made.querySelectorAll('[id], [for], [aria-describedby]')) {
        for (const key of ['id', 'for', 'aria-describedby']) {
          if (each.hasAttribute(key)) each.setAttribute(key, each.getAttribute(key).replace('NEW', unique));
        }
      }
      list.querySelector('.items').append(made);
      list.querySelector('.items').lastElementChild.querySelector('input, textarea').focus();
      return;
    }
    if (does === 'up' && row.previousElementSibling) row.previousElementSibling.before(row);
    if (does === 'down' && row.nextElementSibling) row.nextElementSibling.after(row);
    if (does === 'remove') {
      const next = row.nextElementSibling || row.previousElementSibling;
      row.remove();
      (next ? next.querySelector('[data-do="remove"]') : list.querySelector('[data-do="add"]')).focus();
    } else button.focus();
    changed(list);
  });

  $('as-form').onclick = () => {
    asText = false;
    takeText(text.value).then(() => showTab('front'));
    $('tab-front').hidden = false;
    $('as-form').hidden = true;
  };

  /* The pages. */

  const sizes = {};
  function showPage(data) {
    const room = $('pages');
    while (room.children.length > data.pages) room.lastElementChild.remove();
    while (room.children.length <= data.number) {
      const n = room.children.length;
      const figure = element('figure', '', { class: 'sheet', 'data-number': n });
      figure.append(element('div', '', { class: 'mark', hidden: '' }));
      figure.onclick = (event) => clicked(event, n);
      room.append(figure);
    }
    const figure = room.children[data.number];
    sizes[data.number] = data;
    figure.dataset.picture = data.picture;
    const image = new Image();
    image.alt = `Page ${data.number + 1} of ${data.pages}, as it is printed`;
    image.width = Math.round(data.width);
    image.height = Math.round(data.height);
    image.src = `picture/${data.picture}.jpg`;
    return image.decode().then(() => {
      if (figure.dataset.picture !== data.picture) return;
      const old = figure.querySelector('img');
      if (old) old.replaceWith(image); else figure.prepend(image);
      figure.querySelector('.mark').hidden = true;
    }).catch(() => {});
  }

  function lookedAt() {
    const room = $('pages'), middle = room.getBoundingClientRect().top + room.clientHeight / 3;
    const found = [...room.children].findIndex((each) => each.getBoundingClientRect().bottom > middle);
    return Math.max(0, found);
  }

  let looked = 0;
  function tellView() {
    const chosen = $('edition').selectedOptions[0];
    post('view', { edition: chosen.value, other: chosen.dataset.other || '', page: looked }).catch(() => {});
  }
  $('edition').onchange = tellView;
  $('pages').addEventListener('scroll', () => {
    const now = lookedAt();
    if (now !== looked) { looked = now; tellView(); }
  }, { passive: true });

  /* From a word of a page to its place in the text, and back. */

  let words = { revision: -1, words: [] };
  async function placed() {
    if (words.revision !== base) {
      const found = await (await fetch(address('places'))).json();
      if (found.revision >= 0) words = found;
    }
    return words.revision === base ? words.words : [];
  }

  async function clicked(event, number) {
    const box = event.currentTarget.querySelector('img').getBoundingClientRect();
    const size = sizes[number];
    const x = (event.clientX - box.left) / box.width * size.width;
    const y = size.height - (event.clientY - box.top) / box.height * size.height;
    let best = null, least = 40;
    for (const word of await placed()) {
      const [on, left, top, right, bottom] = word;
      if (on !== number) continue;
      const away = Math.max(left - x, x - right, 0) + 3 * Math.max(bottom - y, y - top, 0);
      if (away < least) { least = away; best = word; }
    }
    if (best) { mark(best); goTo(best[5], best[6]); }
  }

  function mark(word) {
    for (const each of document.querySelectorAll('.mark')) each.hidden = true;
    const [number, left, top, right, bottom] = word;
    const figure = $('pages').children[number], size = sizes[number];
    if (!figure || !size) return;
    const spot = figure.querySelector('.mark');
    spot.style.left = `${left / size.width * 100}%`;
    spot.style.top = `${(size.height - top) / size.height * 100}%`;
    spot.style.width = `${(right - left) / size.width * 100}%`;
    spot.style.height = `${(top - bottom) / size.height * 100}%`;
    spot.hidden = false;
    return spot;
  }

  let waiting = 0;
  async function follow() {
    if (dirty || sending || document.activeElement !== text) return;
    const at = head.length + text.selectionStart;
    const found = (await placed()).find((word) => word[5] <= at && at <= word[6] && word[6] > word[5]);
    if (!found) return;
    const spot = mark(found);
    if (!spot) return;
    const room = $('pages').getBoundingClientRect(), box = spot.getBoundingClientRect();
    if (box.top < room.top || box.bottom > room.bottom) spot.scrollIntoView({ block: 'center' });
  }
  for (const name of ['keyup', 'click']) {
    text.addEventListener(name, () => { clearTimeout(waiting); waiting = setTimeout(follow, 350); });
  }

  /* What the desk tells: the state of the file, pages, what is proven, what is refused. */

  const status = (words, kind) => {
    if ($('status').textContent !== words) $('status').textContent = words;
    $('status').dataset.kind = kind;
  };

  let stream = null;
  function listen() {
    stream = new EventSource(address('events'));
    let pending = [];
    const on = (name, act) => stream.addEventListener(name, (event) => act(JSON.parse(event.data)));
    on('state', (data) => {
      state = data;
      showSaved();
      if (data.trouble) say(`It cannot be saved: ${data.trouble}. It is tried again and again.`);
      else if (data.others > 0) say('This statement is open in another window, too.');
      else if (!asking) say('');
      if (data.outside) ask(data.gone ? 'gone' : 'outside');
      else if (data.elsewhere && data.revision !== base && !sending) ask('window');
    });
    on('page', (data) => pending.push(showPage(data)));
    on('proven', (data) => {
      const many = data.pages === 1 ? '1 page' : `${data.pages} pages`;
      const all = pending;
      pending = [];
      Promise.all(all).then(() => requestAnimationFrame(() => { page.proven = data.revision; }));
      while ($('pages').children.length > data.pages) $('pages').lastElementChild.remove();
      page.refused = '';
      if (data.revision === base && !dirty) page.busy = '';
      status(`${many}, proven word for word`, 'well');
      saidOf = data.revision;
      showSaid(data.said, false);
      heedRemedies();
    });
    on('refused', (data) => {
      pending = [];
      page.refused = data.revision;
      if (data.revision === base && !dirty) page.busy = '';
      const many = data.said.length === 1 ? '1 thing' : `${data.said.length} things`;
      const before = $('pages').children.length ? 'these are the pages from before' : 'then the pages appear here';
      status(`${many} to mend; ${before}`, 'wrong');
      saidOf = data.revision;
      showSaid(data.said, true);
      heedRemedies();
    });
  }
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) { stream.close(); stream = null; } else if (!stream) listen(); // a browser has few connections
  });

  /* Two texts, and only one can stay. */

  const QUESTIONS = { // why it is asked, and what the two buttons say
    gone: ['The file of this statement was deleted, or has another name now.', 'Close the statement', 'Write it again'],
    outside: ['Another program has changed the file of this statement.', 'The text of the file', 'The text in this window'],
    window: ['This statement was changed in another window.', 'The text of the other window', 'The text in this window'],
  };

  function ask(why) {
    if (asking) return;
    asking = true;
    const [reason, theirs, mine] = QUESTIONS[why] || QUESTIONS.window;
    $('asking-why').textContent = reason;
    $('keep-theirs').textContent = theirs;
    $('keep-mine').textContent = mine;
    $('asking-title').textContent = why === 'gone' ? 'Shall the file be written again?' : 'Which text shall stay?';
    $('asking-else').textContent = why === 'gone'
      ? 'If you close it, the text of this window is kept in the folder .desk beside the statements.' : 'The other one is kept among the earlier versions.';
    $('asking').showModal();
  }
  $('asking').addEventListener('cancel', (event) => event.preventDefault());
  async function settle(keep) {
    const answer = await post('settle', { head, body: text.value, keep });
    if (!answer.ok) { $('asking-why').textContent = await answer.text(); return; }
    const found = await answer.json();
    if (found.gone) {
      dirty = false;
      location.href = './';
      return;
    }
    base = found.revision;
    showSaved();
    if (!keep) { changes = {}; dirty = false; await takeText(found.head + found.body); }
    asking = false;
    $('asking').close();
    say('');
    send();
  }
  $('keep-mine').onclick = () => settle(true);
  $('keep-theirs').onclick = () => settle(false);

  /* Pictures and tables. */

  function insert(words) {
    text.focus();
    if (!document.execCommand('insertText', false, words)) { // the only way that leaves undo whole
      text.setRangeText(words, text.selectionStart, text.selectionEnd, 'end');
      typed();
    }
  }

  function bringPicture(picture) {
    $('picture-name').textContent = picture.name;
    $('description').value = '';
    $('describing').showModal();
    $('describing-wrong').textContent = '';
    $('describe').onsubmit = async (event) => { // it stays open until the picture is there: what was written is not lost
      event.preventDefault();
      const more = { name: picture.name, description: $('description').value };
      let answer;
      try {
        answer = await fetch(address('image', more), { method: 'POST', body: picture });
      } catch {
        $('describing-wrong').textContent = 'The desk does not answer. Start it again, and try once more.';
        return;
      }
      if (!answer.ok) { $('describing-wrong').textContent = await answer.text(); return; }
      $('describing').close();
      showTab('body');
      const { text: written } = await answer.json();
      const at = text.selectionEnd, end = text.value.indexOf('\n\n', at);
      const place = end < 0 ? text.value.length : end;
      text.setSelectionRange(place, place);
      insert(`\n\n${written}`);
    };
  }

  text.addEventListener('paste', async (event) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (!/\t/.test(pasted)) return;
    event.preventDefault();
    let written = '';
    try {
      written = (await (await fetch(address('table'), { method: 'POST', body: pasted })).json()).text;
    } catch { /* it is pasted as it is */ }
    const before = text.value.slice(0, text.selectionStart);
    const gap = !before || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
    insert(written ? `${gap}${written}` : pasted);
  });
  $('image').onchange = (event) => { if (event.target.files.length) bringPicture(event.target.files[0]); event.target.value = ''; };
  heedDrops((dropped) => (isWord(dropped) ? bringWord(dropped) : bringPicture(dropped)));

  /* Dialogs. */

  for (const each of document.querySelectorAll('[data-open]')) {
    each.onclick = () => { $(each.dataset.open).showModal(); if (each.dataset.open === 'earlier') showVersions(); };
  }
  for (const each of document.querySelectorAll('[data-close]')) each.onclick = () => each.closest('dialog').close();
  for (const each of document.querySelectorAll('[data-view-of]')) each.onclick = () => view(each.dataset.viewOf);

  async function showVersions(version) {
    const answer = await fetch(address('earlier', version ? { version } : {}));
    $('versions').innerHTML = await answer.text();
  }
  $('versions').addEventListener('click', async (event) => {
    const { compare, back, versions } = event.target.dataset;
    if (compare) showVersions(compare);
    if (versions !== undefined) showVersions();
    if (!back) return;
    const found = await (await post('back', { version: back })).json();
    base = found.revision;
    showSaved();
    await takeText(found.head + found.body);
    $('earlier').close();
  });

  $('take').onsubmit = async (event) => {
    event.preventDefault();
    const chosen = (name) => [...$('take').querySelectorAll(`[name=${name}]:checked`)];
    const values = (name) => chosen(name).map((each) => each.value);
    const wish = { names: values('names'), editions: values('editions'), outputs: values('outputs') };
    if (chosen('editions').some((each) => each.dataset.count === '2')) {
      const other = $('other').selectedOptions[0];
      wish.languages = [text.lang, other.value];
      wish.names = [...new Set([...wish.names, file, other.dataset.name])];
    }
    $('make').disabled = true;
    $('made').textContent = 'The files are being made, and read again word for word …';
    try {
      const answer = await post('make', wish);
      if (answer.ok) showMade(await answer.json()); else $('made').textContent = await answer.text();
    } catch {
      $('made').textContent = 'The desk does not answer.';
    }
    $('make').disabled = false;
  };

  function showMade(found) {
    const list = element('ul', '', { class: 'files' });
    for (const each of found.files) {
      const li = element('li', '');
      li.append(element('a', each.name, { href: `made/${encodeURIComponent(each.name)}`, download: each.name.split('/').pop() }), ' ',
        element('span', each.size, { class: 'quiet' }));
      list.append(li);
    }
    const parts = [element('p', found.sentence, { class: found.refused.length ? 'sentence wrong' : 'sentence' })];
    if (found.files.length > 1) parts.push(element('a', 'All as one zip', { href: found.zip, class: 'button', download: '' }));
    parts.push(list);
    for (const line of found.refused) parts.push(element('p', line, { class: 'refused' }));
    $('made').replaceChildren(...parts);
    $('made').scrollIntoView({ block: 'nearest' }); // it may be below the end of the window
  }

  /* Tabs are gone through with the arrow keys (ARIA Authoring Practices, "Tabs"). */

  const tabs = ['body', 'front'];
  for (const name of tabs) {
    $(`tab-${name}`).onclick = () => showTab(name);
    $(`tab-${name}`).onkeydown = (event) => {
      if (!['ArrowLeft', 'ArrowRight'].includes(event.key)) return;
      const next = tabs[1 - tabs.indexOf(name)];
      showTab(next);
      $(`tab-${next}`).focus();
    };
  }

  text.addEventListener('input', typed);
  addEventListener('beforeunload', (event) => { if (dirty || sending) event.preventDefault(); });
  takeHead(JSON.parse($('head').dataset.head));
  number();
  listen();
  if (location.hash === '#front') showTab('front');
}

if (page.page === 'list') startList();
if (page.page === 'edit') startEdit();
