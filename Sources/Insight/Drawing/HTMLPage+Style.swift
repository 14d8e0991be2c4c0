extension HTMLPage {
    static let style = """
        :root{color-scheme:light}
        body{margin:0;background:#fff;color:#1a1a1a;font:1rem/1.5 system-ui,sans-serif}
        main{max-width:78rem;margin:0 auto;padding:1rem}
        h1{font-size:1.75rem;line-height:1.2;margin:.5rem 0}
        h2{font-size:1.25rem;margin:2rem 0 .5rem}
        h3{font-size:1.1rem;margin:1.5rem 0 .5rem}
        .lead{font-size:1.15rem;max-width:44rem}
        summary{cursor:pointer;padding:.5rem 0;max-width:44rem}
        .drawing,.wide{overflow-x:auto}
        .drawing{border:1px solid #767676}
        .drawing svg{display:block;margin:0 auto}
        :focus-visible{outline:3px solid #1a1a1a;outline-offset:2px}
        table{border-collapse:collapse;font-variant-numeric:tabular-nums}
        th,td{text-align:left;vertical-align:top;padding:.3rem .75rem .3rem 0;border-bottom:1px solid #b1b1b1}
        td.n{text-align:right;white-space:nowrap}
        th button{font:inherit;background:none;border:0;padding:0;text-decoration:underline;cursor:pointer;color:inherit;text-align:left}
        .tools{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;margin:.5rem 0}
        .tools input[type=range]{width:min(24rem,80vw)}
        .tools input[type=search]{font:inherit;padding:.3rem .5rem;border:2px solid #1a1a1a}
        svg.chosen .step:not(.near),svg.chosen .activity:not(.near){opacity:.18}
        .activity[role=button]{cursor:pointer}
        @media print{.tools{display:none}.drawing,.wide{overflow:visible;border:0}.drawing svg{max-width:100%;height:auto}section{break-inside:auto}tr{break-inside:avoid}}
        """

    /// Adds the slider, the choosing of an activity in the drawing, sorting and searching. Nothing is shown that is not there without.
    static let script = """
        (() => {
        const make = (tag, props, ...inside) => { const e = Object.assign(document.createElement(tag), props); e.append(...inside); return e; };
        const drawn = new Map();
        document.querySelectorAll('details.level').forEach(l =>
          drawn.set(l.parentElement, [...(drawn.get(l.parentElement) || []), l]));
        [...drawn].forEach(([part, levels], place) => {
          if (levels.length < 2) return;
          const first = levels.findIndex(l => l.open), id = 'detail' + (place || '');
          const name = drawn.size > 1 ? 'Detail: ' + part.querySelector('h2').textContent : 'Detail';
          const slider = make('input', {type: 'range', min: 0, max: levels.length - 1, value: first, id});
          const said = make('p', {className: 'said'});
          said.setAttribute('aria-live', 'polite');
          const show = () => { levels.forEach((l, i) => { l.hidden = i != slider.value; l.open = i == slider.value; });
            said.textContent = levels[slider.value].querySelector('summary').textContent;
            slider.setAttribute('aria-valuetext', said.textContent); };
          levels.forEach(l => l.querySelector('summary').hidden = true);
          slider.addEventListener('input', show);
          levels[0].before(make('div', {className: 'tools'}, make('label', {htmlFor: id, textContent: name}), slider), said);
          show();
        });
        document.querySelectorAll('.drawing svg').forEach(svg => {
          let chosen = null;
          const boxes = [...svg.querySelectorAll('.activity')], steps = [...svg.querySelectorAll('.step')];
          const choose = name => {
            chosen = chosen === name ? null : name;
            svg.classList.toggle('chosen', chosen !== null);
            const near = new Set([chosen]);
            steps.forEach(s => { const on = s.dataset.from === chosen || s.dataset.to === chosen;
              s.classList.toggle('near', on); if (on) { near.add(s.dataset.from); near.add(s.dataset.to); } });
            boxes.forEach(b => { b.classList.toggle('near', near.has(b.dataset.activity));
              b.setAttribute('aria-pressed', b.dataset.activity === chosen); });
          };
          svg.setAttribute('role', 'group');
          boxes.forEach(b => { b.setAttribute('tabindex', 0); b.setAttribute('role', 'button'); b.setAttribute('aria-pressed', false);
            b.setAttribute('aria-label', b.querySelector('title').textContent);
            b.addEventListener('click', () => choose(b.dataset.activity));
            b.addEventListener('keydown', e => { if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); choose(b.dataset.activity); } }); });
        });
        let number = 0;
        document.querySelectorAll('table').forEach(table => {
          const body = table.tBodies[0];
          [...table.tHead.rows[0].cells].forEach((head, column) => {
            const button = make('button', {type: 'button', textContent: head.textContent});
            head.replaceChildren(button);
            button.addEventListener('click', () => {
              const up = head.getAttribute('aria-sort') === 'descending';
              const key = row => { const c = row.cells[column]; return c.dataset.v === undefined ? c.textContent : +c.dataset.v; };
              const compare = (a, b) => { const x = key(a), y = key(b); return typeof x === 'number' ? x - y : x.localeCompare(y, undefined, {numeric: true}); };
              body.append(...[...body.rows].sort((a, b) => up ? compare(a, b) : compare(b, a)));
              [...table.tHead.rows[0].cells].forEach(h => h.removeAttribute('aria-sort'));
              head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
            });
          });
          if (body.rows.length > 8) {
            const id = 'search' + ++number, field = make('input', {type: 'search', id});
            field.addEventListener('input', () => { const words = field.value.toLowerCase();
              [...body.rows].forEach(r => r.hidden = !r.textContent.toLowerCase().includes(words)); });
            table.parentElement.before(make('div', {className: 'tools'}, make('label', {htmlFor: id, textContent: 'Show only rows with'}), field));
          }
        });
        })();
        """
}
