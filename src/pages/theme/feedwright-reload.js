// Loads the page again when the site was built, and shows what is wrong over it. Only `feedwright serve` adds it.
(() => {
  let wall;
  const events = new EventSource('/feedwright-events');
  events.addEventListener('message', ({ data }) => {
    const { reload, problems } = JSON.parse(data);
    if (reload) {
      location.reload();
      return;
    }
    wall?.remove();
    wall = document.createElement('div');
    wall.className = 'fw-problems';
    wall.setAttribute('role', 'alert');
    for (const problem of problems) {
      const line = document.createElement('p');
      line.textContent = problem;
      wall.append(line);
    }
    document.body.prepend(wall);
  });
})();
