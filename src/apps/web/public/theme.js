/** Which theme did this reader choose? Runs before the first paint; a separate file because the CSP allows no inline script. */
try {
  const chosen = localStorage.getItem('rapport.theme')
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen
} catch {
  // Storage may be closed to us; the system's own choice then holds.
}
