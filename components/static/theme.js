// Which theme this browser wears: kept in a cookie, put on <html> before the first paint.
const sidelineTheme = (() => {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const chosen = () => document.cookie.match(/(?:^|; )sideline_theme=(\w+)/)?.[1] ?? 'auto';
  const worn = () => (chosen() === 'auto' ? (system.matches ? 'dark' : 'light') : chosen());

  function wear() {
    document.documentElement.dataset.theme = worn();
    window.Quasar?.Dark.set(worn() === 'dark');
  }

  function choose(theme) {
    document.cookie = `sideline_theme=${theme}; path=/; max-age=31536000; samesite=lax`;
    wear();
  }

  system.addEventListener('change', wear);
  wear();
  return { choose, chosen };
})();
window.sidelineTheme = sidelineTheme;
