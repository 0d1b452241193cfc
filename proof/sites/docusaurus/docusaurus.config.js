module.exports = {
  title: 'Notes',
  url: 'https://notes.example.org',
  baseUrl: '/',
  onBrokenLinks: 'ignore',
  presets: [['@docusaurus/preset-classic', { docs: false, pages: false, blog: { showReadingTime: true } }]],
};
