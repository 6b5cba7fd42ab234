// An extra for browsers that run it: every page works without. Times in the reader's own zone, buttons
// that can not be pressed twice, and passkeys, which need a script.
const LOCAL = {day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit'};

const local = (root) => root.querySelectorAll('time[datetime]').forEach((time) => {
  const at = new Date(time.dateTime);
  if (time.dataset.local || Number.isNaN(at.getTime())) return;
  time.title = time.textContent;
  time.textContent = at.toLocaleString('en-GB', LOCAL);
  time.dataset.local = 'true';
});

const decode = (kind, options) => kind === 'create'
  ? navigator.credentials.create({publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options)})
  : navigator.credentials.get({publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options)});

const showPasskey = async (form) => {
  const says = form.querySelector('[data-says]');
  try {
    const made = await decode(form.dataset.passkey, JSON.parse(form.dataset.options));
    form.elements.credential.value = JSON.stringify(made.toJSON());
    form.submit();
  } catch (refused) {
    says.textContent = 'Your device gave no passkey. Reload the page and try again, or use another way.';
    form.querySelectorAll('button').forEach((button) => { button.disabled = false; });
  }
};

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  if (form.method === 'post' && !form.dataset.passkey) form.dataset.sent = 'true';
  if (form.dataset.passkey) {
    event.preventDefault();
    form.querySelectorAll('button').forEach((button) => { button.disabled = true; });
    showPasskey(form);
  }
});

// A page that comes back from the history takes its forms as new.
window.addEventListener('pageshow', () => {
  document.querySelectorAll('form[data-sent]').forEach((form) => { delete form.dataset.sent; });
});

document.addEventListener('htmx:afterSettle', (event) => local(event.target.parentNode || document));
local(document);

// The code of a mail's link is behind the #, which no server sees.
if (location.hash.length > 1) {
  document.querySelectorAll('input[data-from-link]').forEach((input) => {
    input.value = decodeURIComponent(location.hash.slice(1));
  });
}
