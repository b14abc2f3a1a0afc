// Without this script the form sends one file and shows the answer as it is. With it, each file has a field of its own, as the
// server asks for, and the answer is told in words.
const form = document.getElementById('form');
const result = document.getElementById('result');
const button = document.getElementById('send');

form.addEventListener('submit', async event => {
  event.preventDefault();
  const data = new FormData();
  [...document.getElementById('file').files].forEach((file, index) => data.append(`file${index + 1}`, file));
  data.append('caption', document.getElementById('caption').value);
  data.append('to', document.getElementById('to').value);
  button.disabled = true;
  tell('Sending …');
  try {
    const answer = await fetch('/send', {method: 'POST', body: data});
    await show(answer);
  } catch {
    tell('No answer came. Look into the chat before you send it again.', true);
  }
  button.disabled = false;
});

async function show(answer) {
  const text = await answer.text();
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    tell(answer.status === 413 ? 'Too much at once. Nothing was sent.' : `The server answered ${answer.status}.`, true);
    return;
  }
  const rows = Array.isArray(body) ? body : body.rows || body.report;
  if (answer.ok && !rows) {
    tell(`Sent ${body.fileName || body.type} to ${body.to}.`);
  } else if (rows) {
    tell(rows.map(row => `${row.fileName || 'File ' + row.part}: ${row.sent ? 'sent to ' + row.to : row.reason}`).join('\n'),
      rows.some(row => !row.sent));
  } else {
    tell(body.reason, true);
  }
}

function tell(text, failed = false) {
  result.textContent = text;
  result.classList.toggle('failed', failed);
}
