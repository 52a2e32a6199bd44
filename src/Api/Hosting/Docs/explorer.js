// Lists the calls of the OpenAPI document and sends them. The token stays in the input.
"use strict";

const methods = ["get", "post", "put", "patch", "delete"];

function element(tag, text, attributes = {}) {
  const node = document.createElement(tag);
  if (text) node.textContent = text;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

function resolve(spec, schema) {
  if (!schema || !schema.$ref) return schema;
  return schema.$ref.slice(2).split("/").reduce((node, part) => node[part], spec);
}

// An empty body of the schema's shape; deep or recursive parts are left null.
function example(spec, schema, depth = 0) {
  const found = resolve(spec, schema);
  if (!found || depth > 4) return null;
  if (found.properties) {
    return Object.fromEntries(Object.entries(found.properties)
      .map(([name, part]) => [name, example(spec, part, depth + 1)]));
  }
  const type = [].concat(found.type ?? []).find((t) => t !== "null");
  if (type === "array") return [];
  return { string: "", integer: 0, number: 0, boolean: false }[type] ?? null;
}

function field(form, label, name, input = element("input")) {
  input.name = name;
  const row = element("label", label);
  row.append(input);
  form.append(row);
  return input;
}

async function send(event, path, method, output) {
  event.preventDefault();
  const values = new FormData(event.target);
  const query = new URLSearchParams();
  const headers = {};
  let url = path;
  let body;
  for (const [name, value] of values) {
    if (!value) continue;
    const [place, key] = [name.slice(0, name.indexOf(":")), name.slice(name.indexOf(":") + 1)];
    if (place === "path") url = url.replace(`{${key}}`, encodeURIComponent(value));
    if (place === "query") query.append(key, value);
    if (place === "header") headers[key] = value;
    if (place === "body") {
      body = value;
      headers["Content-Type"] = "application/json";
    }
  }
  const token = document.getElementById("token").value.trim();
  if (token) headers.Authorization = `Bearer ${token}`;
  const target = query.size > 0 ? `${url}?${query}` : url;
  try {
    const answer = await fetch(target, { method: method.toUpperCase(), headers, body });
    const text = await answer.text();
    output.textContent = `${answer.status}\n${pretty(text)}`;
  } catch (error) {
    output.textContent = String(error);
  }
}

function pretty(text) {
  try {
    // Numbers with more digits than a double would change here: show such a body as it came.
    const parsed = JSON.parse(text);
    return /\d{16,}/.test(text) ? text : JSON.stringify(parsed, null, 2);
  } catch {
    return text;
  }
}

function call(spec, path, method, operation) {
  const details = element("details");
  details.dataset.text = `${method} ${path} ${operation.summary ?? ""}`.toLowerCase();
  const summary = element("summary");
  summary.append(
    element("span", method.toUpperCase(), { class: "method" }), element("code", path),
    element("small", [operation.summary, operation.security ? "token" : "open"]
      .filter(Boolean).join(" · ")));
  const form = element("form");
  for (const parameter of operation.parameters ?? []) {
    field(form, parameter.name, `${parameter.in}:${parameter.name}`);
  }
  if (method !== "get" && !(operation.parameters ?? []).some((p) => p.name === "Idempotency-Key")
    && operation.security) {
    field(form, "Idempotency-Key", "header:Idempotency-Key");
  }
  const content = operation.requestBody?.content?.["application/json"];
  if (content) {
    const input = field(form, "body", "body:", element("textarea"));
    input.value = JSON.stringify(example(spec, content.schema), null, 2);
  }
  const output = element("pre");
  form.append(element("button", "Send"), output);
  form.addEventListener("submit", (event) => send(event, path, method, output));
  details.append(summary, form);
  return details;
}

function show(spec) {
  const calls = document.getElementById("calls");
  const groups = new Map();
  for (const [path, item] of Object.entries(spec.paths)) {
    for (const method of methods.filter((m) => item[m])) {
      const tag = item[method].tags?.[0] ?? "Other";
      if (!groups.has(tag)) groups.set(tag, []);
      groups.get(tag).push(call(spec, path, method, item[method]));
    }
  }
  calls.replaceChildren();
  for (const [tag, items] of groups) {
    const section = element("section");
    section.append(element("h2", tag), ...items);
    calls.append(section);
  }
}

function filter(event) {
  const wanted = event.target.value.toLowerCase();
  for (const details of document.querySelectorAll("details")) {
    details.hidden = !details.dataset.text.includes(wanted);
  }
}

async function start() {
  document.getElementById("filter").addEventListener("input", filter);
  try {
    const spec = await (await fetch("/openapi/v1.json")).json();
    show(spec);
    const health = await (await fetch("/health")).json();
    document.getElementById("health").textContent =
      `${health.status}, version ${health.version}${health.staging ? ", staging" : ""}`;
  } catch (error) {
    document.getElementById("calls").textContent = `The document can't be read: ${error}`;
  }
}

start();
