"use strict";
exports.id = 427;
exports.ids = [427];
exports.modules = {

/***/ 427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runJob: () => (/* binding */ runJob)
});

// UNUSED EXPORTS: prepare

;// CONCATENATED MODULE: ./build/main/src/secrets/forms.js
// src/secrets/forms.ts
/**
* Why this exists: the forms in which programs print a text, as far as masks (`masks.ts`) and the redaction filter
* (`src/cli/redact/`) share them: JSON, percent-encoding, base64.
*/
/** A text in JSON without the quotes around it; with `escaped`, characters that this program writes as `\uXXXX`, too. */
function json(text, escaped = NOTHING, digits = "lower") {
	return JSON.stringify(text).slice(1, -1).replace(escaped, (unit) => `\\u${hex(unit.charCodeAt(0), 4, digits)}`);
}
const NOTHING = /(?!)/g;
/** What Go writes as `\uXXXX`, Vault's own answers included. */
const ESCAPED_BY_GO = /[<>&\u2028\u2029]/g;
/** What Python writes as `\uXXXX`. */
const NOT_PRINTABLE_ASCII = /[^\x20-\x7e]/g;
function hex(code, length, digits) {
	const text = code.toString(16).padStart(length, "0");
	return digits === "upper" ? text.toUpperCase() : text;
}
/** Characters besides letters and digits that are not percent-encoded, by who leaves them. */
const KEPT = {
	/** RFC 3986: curl, Go and .NET; Python's `quote_plus` */
	unreserved: "-_.~",
	/** browsers, Java and Node for forms */
	form: "*-._"
};
/** UTF-8 in percent-encoding with upper-case digits, `%20` for a blank. */
function percent(text, kept) {
	return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, "\ufffd")).replace(/[^A-Za-z0-9%]/g, (c) => `%${hex(c.charCodeAt(0), 2, "upper")}`).replace(/%[2-7][0-9A-F]/g, (code) => {
		const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
		return kept.includes(character) ? character : code;
	});
}
/** The same with `+` for a blank, as in forms. */
function formEncoded(text, kept) {
	return percent(text, kept).replaceAll("%20", "+");
}
const SHORTEST_BASE64 = 8;
/**
* Base64 and base64url of bytes wherever they may stand in longer ones: at each of three alignments, those characters
* that no neighbour has a bit in. Forms of fewer than 8 characters are left out.
*/
function base64Forms(bytes) {
	return [
		0,
		1,
		2
	].map((before) => {
		const first = Math.ceil(before * 8 / 6);
		const end = Math.floor((before + bytes.length) * 8 / 6);
		return Buffer.concat([Buffer.alloc(before), bytes]).toString("base64").slice(first, end);
	}).filter((form) => form.length >= SHORTEST_BASE64).flatMap((form) => [.../* @__PURE__ */ new Set([form, form.replaceAll("+", "-").replaceAll("/", "_")])]);
}


// EXTERNAL MODULE: ./build/main/src/vault/json.js + 4 modules
var vault_json = __webpack_require__(950);
;// CONCATENATED MODULE: ./build/main/src/secrets/parts.js

// src/secrets/parts.ts
/**
* Why this exists: what of a value is worth hiding: its lines and the strings in its JSON, but nothing that every log is
* full of (rules R2 and R3).
*/
/** Characters below which hiding a text would hide too much. */
const SHORTEST = 4;
const WORDS = /* @__PURE__ */ new Set([
	"true",
	"false",
	"null",
	"none",
	"yes",
	"no",
	"on",
	"off",
	"0",
	"1",
	"undefined"
]);
/** Nothing but JSON punctuation, or the armour of a PEM block. */
const STRUCTURE = /^[\s{}[\]()"',:;]*$|^-----(BEGIN|END) [A-Z0-9 ]+-----$/;
/** The text itself, and every string in it when it is JSON. */
function textsIn(value) {
	return [value, ...leaves(value)];
}
/** The lines of a text that are worth hiding, without blanks around them. */
function linesWorthHiding(text) {
	return text.split(/[\r\n]+/).map((line) => line.trim()).filter(isWorthHiding);
}
/** Whether it is long enough, and more than structure or a common word. The text has no blanks around it. */
function isWorthHiding(text) {
	return text.length >= SHORTEST && !STRUCTURE.test(text) && !isWord(text);
}
/** Also as a line of pretty JSON: `true,`. */
function isWord(line) {
	return WORDS.has(line.replace(/[\s"',;]+/g, "").toLowerCase());
}
/** A string in JSON, and the colon behind it when it is the name of a field. */
const JSON_STRING = /"(?:[^"\\\r\n]|\\.)*"(\s*:)?/g;
/**
* Every string inside a JSON object or array, also inside of JSON in a string. Found by its quotes and not by parsing,
* so that neither depth nor a field that stands twice keeps one from being hidden.
*/
function leaves(text) {
	if (!/^\s*[{[]/.test(text)) return [];
	return [...text.matchAll(JSON_STRING)].filter(([, colon]) => colon === void 0).map(([literal]) => (0,vault_json/* parseJson */.qF)(literal)).filter((leaf) => typeof leaf === "string").flatMap((leaf) => [leaf, ...leaves(leaf)]);
}


;// CONCATENATED MODULE: ./build/main/src/secrets/masks.js


// src/secrets/masks.ts
/** Characters below which a mask may hit other text by chance. */
const SAFE = 8;
/** Characters of a whole multi-line value up to which its base64 is masked too. */
const LARGEST_WHOLE = 16384;
/** All texts to mask for one value. Multi-line values are masked line by line, never as a whole. */
function masksOf(value) {
	const text = value.reveal();
	const plain = new Set(textsIn(text).flatMap(linesWorthHiding));
	const masks = new Set([...plain].flatMap((part) => [part, ...derived(part)]));
	const whole = text.trim();
	if (plain.size > 0 && /[\r\n]/.test(whole) && whole.length <= LARGEST_WHOLE) for (const form of base64Forms(Buffer.from(whole))) masks.add(form);
	return {
		masks: [...masks],
		protection: protection(plain)
	};
}
function protection(plain) {
	if (plain.size === 0) return "none";
	return [...plain].some((part) => part.length < SAFE) ? "weak" : "full";
}
/** As Go, Python, browsers and curl print it. The runner itself adds other forms. */
function derived(text) {
	return [
		json(text, ESCAPED_BY_GO),
		json(text, NOT_PRINTABLE_ASCII),
		formEncoded(text, KEPT.form),
		formEncoded(text, KEPT.unreserved),
		...base64Forms(Buffer.from(text))
	].filter((form) => form !== text);
}


// EXTERNAL MODULE: ./build/main/src/vault/proxy.js
var vault_proxy = __webpack_require__(694);
// EXTERNAL MODULE: ./build/main/src/vault/errors.js
var vault_errors = __webpack_require__(935);
;// CONCATENATED MODULE: ./build/main/src/vault/token.js

// src/vault/token.ts
/** Why this exists: a token's end (developer.hashicorp.com/vault/api-docs/auth/token#revoke-a-token-self). */
/**
* Revokes the token and all its leases. Safe to repeat. Never throws for what a server can cause. A batch token cannot
* be revoked: nothing is sent for one.
*/
async function revoke(connection, { token, namespace, batch }) {
	if (batch) return { kind: "batch" };
	try {
		return await connection.send({
			operation: "revoke",
			method: "POST",
			path: "auth/token/revoke-self",
			token,
			namespace,
			decode: () => ({ kind: "revoked" })
		});
	} catch (error) {
		if (error instanceof vault_errors/* VaultError */.hb && error.refusal.status === 403) return { kind: "refused" };
		if (error instanceof vault_errors/* VaultError */.hb || error instanceof vault_errors/* UnreachableError */.Jk) return {
			kind: "failed",
			error
		};
		throw error;
	}
}


// EXTERNAL MODULE: ./build/main/packages/@actions/http-client/lib/proxy.js
var proxy = __webpack_require__(597);
// EXTERNAL MODULE: external "http"
var external_http_ = __webpack_require__(611);
var external_http_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_http_, 2);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(67);
var external_node_http_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_http_, 2);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
;// CONCATENATED MODULE: ./build/main/packages/@actions/http-client/lib/index.js





// node_modules/@actions/http-client/lib/index.js
var __awaiter = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
var HttpCodes;
(function(HttpCodes) {
	HttpCodes[HttpCodes["OK"] = 200] = "OK";
	HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
	HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
	HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
	HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
	HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
	HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
	HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
	HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
	HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
	HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
	HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
	HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
	HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
	HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
	HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
	HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
	HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
	HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
	HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
	HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
	HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
	HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
	HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
	HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
	HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
	HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function(Headers) {
	Headers["Accept"] = "accept";
	Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function(MediaTypes) {
	MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
const HttpRedirectCodes = [
	HttpCodes.MovedPermanently,
	HttpCodes.ResourceMoved,
	HttpCodes.SeeOther,
	HttpCodes.TemporaryRedirect,
	HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
	HttpCodes.BadGateway,
	HttpCodes.ServiceUnavailable,
	HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = [
	"OPTIONS",
	"GET",
	"DELETE",
	"HEAD"
];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
var HttpClientError = class HttpClientError extends Error {
	constructor(message, statusCode) {
		super(message);
		this.name = "HttpClientError";
		this.statusCode = statusCode;
		Object.setPrototypeOf(this, HttpClientError.prototype);
	}
};
var HttpClientResponse = class {
	constructor(message) {
		this.message = message;
	}
	readBody() {
		return __awaiter(this, void 0, void 0, function* () {
			return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
				let output = Buffer.alloc(0);
				this.message.on("data", (chunk) => {
					output = Buffer.concat([output, chunk]);
				});
				this.message.on("end", () => {
					resolve(output.toString());
				});
			}));
		});
	}
	readBodyBuffer() {
		return __awaiter(this, void 0, void 0, function* () {
			return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
				const chunks = [];
				this.message.on("data", (chunk) => {
					chunks.push(chunk);
				});
				this.message.on("end", () => {
					resolve(Buffer.concat(chunks));
				});
			}));
		});
	}
};
var HttpClient = class {
	constructor(userAgent, handlers, requestOptions) {
		this._ignoreSslError = false;
		this._allowRedirects = true;
		this._allowRedirectDowngrade = false;
		this._maxRedirects = 50;
		this._allowRetries = false;
		this._maxRetries = 1;
		this._keepAlive = false;
		this._disposed = false;
		this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
		this.handlers = handlers || [];
		this.requestOptions = requestOptions;
		if (requestOptions) {
			if (requestOptions.ignoreSslError != null) this._ignoreSslError = requestOptions.ignoreSslError;
			this._socketTimeout = requestOptions.socketTimeout;
			if (requestOptions.allowRedirects != null) this._allowRedirects = requestOptions.allowRedirects;
			if (requestOptions.allowRedirectDowngrade != null) this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
			if (requestOptions.maxRedirects != null) this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
			if (requestOptions.keepAlive != null) this._keepAlive = requestOptions.keepAlive;
			if (requestOptions.allowRetries != null) this._allowRetries = requestOptions.allowRetries;
			if (requestOptions.maxRetries != null) this._maxRetries = requestOptions.maxRetries;
		}
	}
	options(requestUrl, additionalHeaders) {
		return __awaiter(this, void 0, void 0, function* () {
			return this.request("OPTIONS", requestUrl, null, additionalHeaders || {});
		});
	}
	get(requestUrl, additionalHeaders) {
		return __awaiter(this, void 0, void 0, function* () {
			return this.request("GET", requestUrl, null, additionalHeaders || {});
		});
	}
	del(requestUrl, additionalHeaders) {
		return __awaiter(this, void 0, void 0, function* () {
			return this.request("DELETE", requestUrl, null, additionalHeaders || {});
		});
	}
	post(requestUrl, data, additionalHeaders) {
		return __awaiter(this, void 0, void 0, function* () {
			return this.request("POST", requestUrl, data, additionalHeaders || {});
		});
	}
	patch(requestUrl, data, additionalHeaders) {
		return __awaiter(this, void 0, void 0, function* () {
			return this.request("PATCH", requestUrl, data, additionalHeaders || {});
		});
	}
	put(requestUrl, data, additionalHeaders) {
		return __awaiter(this, void 0, void 0, function* () {
			return this.request("PUT", requestUrl, data, additionalHeaders || {});
		});
	}
	head(requestUrl, additionalHeaders) {
		return __awaiter(this, void 0, void 0, function* () {
			return this.request("HEAD", requestUrl, null, additionalHeaders || {});
		});
	}
	sendStream(verb, requestUrl, stream, additionalHeaders) {
		return __awaiter(this, void 0, void 0, function* () {
			return this.request(verb, requestUrl, stream, additionalHeaders);
		});
	}
	/**
	* Gets a typed object from an endpoint
	* Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
	*/
	getJson(requestUrl_1) {
		return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
			const res = yield this.get(requestUrl, additionalHeaders);
			return this._processResponse(res, this.requestOptions);
		});
	}
	postJson(requestUrl_1, obj_1) {
		return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
			const data = JSON.stringify(obj, null, 2);
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
			additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
			const res = yield this.post(requestUrl, data, additionalHeaders);
			return this._processResponse(res, this.requestOptions);
		});
	}
	putJson(requestUrl_1, obj_1) {
		return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
			const data = JSON.stringify(obj, null, 2);
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
			additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
			const res = yield this.put(requestUrl, data, additionalHeaders);
			return this._processResponse(res, this.requestOptions);
		});
	}
	patchJson(requestUrl_1, obj_1) {
		return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
			const data = JSON.stringify(obj, null, 2);
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
			additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
			const res = yield this.patch(requestUrl, data, additionalHeaders);
			return this._processResponse(res, this.requestOptions);
		});
	}
	/**
	* Makes a raw http request.
	* All other methods such as get, post, patch, and request ultimately call this.
	* Prefer get, del, post and patch
	*/
	request(verb, requestUrl, data, headers) {
		return __awaiter(this, void 0, void 0, function* () {
			if (this._disposed) throw new Error("Client has already been disposed.");
			const parsedUrl = new URL(requestUrl);
			let info = this._prepareRequest(verb, parsedUrl, headers);
			const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb) ? this._maxRetries + 1 : 1;
			let numTries = 0;
			let response;
			do {
				response = yield this.requestRaw(info, data);
				if (response && response.message && response.message.statusCode === HttpCodes.Unauthorized) {
					let authenticationHandler;
					for (const handler of this.handlers) if (handler.canHandleAuthentication(response)) {
						authenticationHandler = handler;
						break;
					}
					if (authenticationHandler) return authenticationHandler.handleAuthentication(this, info, data);
					else return response;
				}
				let redirectsRemaining = this._maxRedirects;
				while (response.message.statusCode && HttpRedirectCodes.includes(response.message.statusCode) && this._allowRedirects && redirectsRemaining > 0) {
					const redirectUrl = response.message.headers["location"];
					if (!redirectUrl) break;
					const parsedRedirectUrl = new URL(redirectUrl);
					if (parsedUrl.protocol === "https:" && parsedUrl.protocol !== parsedRedirectUrl.protocol && !this._allowRedirectDowngrade) throw new Error("Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.");
					yield response.readBody();
					if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
						for (const header in headers) if (header.toLowerCase() === "authorization") delete headers[header];
					}
					info = this._prepareRequest(verb, parsedRedirectUrl, headers);
					response = yield this.requestRaw(info, data);
					redirectsRemaining--;
				}
				if (!response.message.statusCode || !HttpResponseRetryCodes.includes(response.message.statusCode)) return response;
				numTries += 1;
				if (numTries < maxTries) {
					yield response.readBody();
					yield this._performExponentialBackoff(numTries);
				}
			} while (numTries < maxTries);
			return response;
		});
	}
	/**
	* Needs to be called if keepAlive is set to true in request options.
	*/
	dispose() {
		if (this._agent) this._agent.destroy();
		this._disposed = true;
	}
	/**
	* Raw request.
	* @param info
	* @param data
	*/
	requestRaw(info, data) {
		return __awaiter(this, void 0, void 0, function* () {
			return new Promise((resolve, reject) => {
				function callbackForResult(err, res) {
					if (err) reject(err);
					else if (!res) reject(/* @__PURE__ */ new Error("Unknown error"));
					else resolve(res);
				}
				this.requestRawWithCallback(info, data, callbackForResult);
			});
		});
	}
	/**
	* Raw request with callback.
	* @param info
	* @param data
	* @param onResult
	*/
	requestRawWithCallback(info, data, onResult) {
		if (typeof data === "string") {
			if (!info.options.headers) info.options.headers = {};
			info.options.headers["Content-Length"] = Buffer.byteLength(data, "utf8");
		}
		let callbackCalled = false;
		function handleResult(err, res) {
			if (!callbackCalled) {
				callbackCalled = true;
				onResult(err, res);
			}
		}
		const req = info.httpModule.request(info.options, (msg) => {
			handleResult(void 0, new HttpClientResponse(msg));
		});
		let socket;
		req.on("socket", (sock) => {
			socket = sock;
		});
		req.setTimeout(this._socketTimeout || 18e4, () => {
			if (socket) socket.end();
			handleResult(/* @__PURE__ */ new Error(`Request timeout: ${info.options.path}`));
		});
		req.on("error", function(err) {
			handleResult(err);
		});
		if (data && typeof data === "string") req.write(data, "utf8");
		if (data && typeof data !== "string") {
			data.on("close", function() {
				req.end();
			});
			data.pipe(req);
		} else req.end();
	}
	/**
	* Gets an http agent. This function is useful when you need an http agent that handles
	* routing through a proxy server - depending upon the url and proxy environment variables.
	* @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
	*/
	getAgent(serverUrl) {
		const parsedUrl = new URL(serverUrl);
		return this._getAgent(parsedUrl);
	}
	getAgentDispatcher(serverUrl) {
		const parsedUrl = new URL(serverUrl);
		const proxyUrl = (0,proxy/* getProxyUrl */.s)(parsedUrl);
		if (!(proxyUrl && proxyUrl.hostname)) return;
		return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
	}
	_prepareRequest(method, requestUrl, headers) {
		const info = {};
		info.parsedUrl = requestUrl;
		const usingSsl = info.parsedUrl.protocol === "https:";
		info.httpModule = usingSsl ? external_node_http_namespaceObject : external_http_namespaceObject;
		const defaultPort = usingSsl ? 443 : 80;
		info.options = {};
		info.options.host = info.parsedUrl.hostname;
		info.options.port = info.parsedUrl.port ? parseInt(info.parsedUrl.port) : defaultPort;
		info.options.path = (info.parsedUrl.pathname || "") + (info.parsedUrl.search || "");
		info.options.method = method;
		info.options.headers = this._mergeHeaders(headers);
		if (this.userAgent != null) info.options.headers["user-agent"] = this.userAgent;
		info.options.agent = this._getAgent(info.parsedUrl);
		if (this.handlers) for (const handler of this.handlers) handler.prepareRequest(info.options);
		return info;
	}
	_mergeHeaders(headers) {
		if (this.requestOptions && this.requestOptions.headers) return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
		return lowercaseKeys(headers || {});
	}
	/**
	* Gets an existing header value or returns a default.
	* Handles converting number header values to strings since HTTP headers must be strings.
	* Note: This returns string | string[] since some headers can have multiple values.
	* For headers that must always be a single string (like Content-Type), use the
	* specialized _getExistingOrDefaultContentTypeHeader method instead.
	*/
	_getExistingOrDefaultHeader(additionalHeaders, header, _default) {
		let clientHeader;
		if (this.requestOptions && this.requestOptions.headers) {
			const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
			if (headerValue) clientHeader = typeof headerValue === "number" ? headerValue.toString() : headerValue;
		}
		const additionalValue = additionalHeaders[header];
		if (additionalValue !== void 0) return typeof additionalValue === "number" ? additionalValue.toString() : additionalValue;
		if (clientHeader !== void 0) return clientHeader;
		return _default;
	}
	/**
	* Specialized version of _getExistingOrDefaultHeader for Content-Type header.
	* Always returns a single string (not an array) since Content-Type should be a single value.
	* Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
	* This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
	* that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
	*/
	_getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
		let clientHeader;
		if (this.requestOptions && this.requestOptions.headers) {
			const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
			if (headerValue) {
				if (typeof headerValue === "number") clientHeader = String(headerValue);
				else if (Array.isArray(headerValue)) clientHeader = headerValue.join(", ");
				else clientHeader = headerValue;
			}
		}
		const additionalValue = additionalHeaders[Headers.ContentType];
		if (additionalValue !== void 0) {
			if (typeof additionalValue === "number") return String(additionalValue);
			else if (Array.isArray(additionalValue)) return additionalValue.join(", ");
			else return additionalValue;
		}
		if (clientHeader !== void 0) return clientHeader;
		return _default;
	}
	_getAgent(parsedUrl) {
		let agent;
		const proxyUrl = (0,proxy/* getProxyUrl */.s)(parsedUrl);
		const useProxy = proxyUrl && proxyUrl.hostname;
		if (this._keepAlive && useProxy) agent = this._proxyAgent;
		if (!useProxy) agent = this._agent;
		if (agent) return agent;
		const usingSsl = parsedUrl.protocol === "https:";
		let maxSockets = 100;
		if (this.requestOptions) maxSockets = this.requestOptions.maxSockets || external_http_.globalAgent.maxSockets;
		if (proxyUrl && proxyUrl.hostname) {
			const agentOptions = {
				maxSockets,
				keepAlive: this._keepAlive,
				proxy: Object.assign(Object.assign({}, (proxyUrl.username || proxyUrl.password) && { proxyAuth: `${proxyUrl.username}:${proxyUrl.password}` }), {
					host: proxyUrl.hostname,
					port: proxyUrl.port
				})
			};
			let tunnelAgent;
			const overHttps = proxyUrl.protocol === "https:";
			if (usingSsl) tunnelAgent = overHttps ? external_node_path_.httpsOverHttps : external_node_path_.httpsOverHttp;
			else tunnelAgent = overHttps ? external_node_path_.httpOverHttps : external_node_path_.httpOverHttp;
			agent = tunnelAgent(agentOptions);
			this._proxyAgent = agent;
		}
		if (!agent) {
			const options = {
				keepAlive: this._keepAlive,
				maxSockets
			};
			agent = usingSsl ? new external_node_http_.Agent(options) : new external_http_.Agent(options);
			this._agent = agent;
		}
		if (usingSsl && this._ignoreSslError) agent.options = Object.assign(agent.options || {}, { rejectUnauthorized: false });
		return agent;
	}
	_getProxyAgentDispatcher(parsedUrl, proxyUrl) {
		let proxyAgent;
		if (this._keepAlive) proxyAgent = this._proxyAgentDispatcher;
		if (proxyAgent) return proxyAgent;
		const usingSsl = parsedUrl.protocol === "https:";
		proxyAgent = new external_node_path_.ProxyAgent(Object.assign({
			uri: proxyUrl.href,
			pipelining: !this._keepAlive ? 0 : 1
		}, (proxyUrl.username || proxyUrl.password) && { token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString("base64")}` }));
		this._proxyAgentDispatcher = proxyAgent;
		if (usingSsl && this._ignoreSslError) proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, { rejectUnauthorized: false });
		return proxyAgent;
	}
	_getUserAgentWithOrchestrationId(userAgent) {
		const baseUserAgent = userAgent || "actions/http-client";
		const orchId = process.env["ACTIONS_ORCHESTRATION_ID"];
		if (orchId) return `${baseUserAgent} actions_orchestration_id/${orchId.replace(/[^a-z0-9_.-]/gi, "_")}`;
		return baseUserAgent;
	}
	_performExponentialBackoff(retryNumber) {
		return __awaiter(this, void 0, void 0, function* () {
			retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
			const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
			return new Promise((resolve) => setTimeout(() => resolve(), ms));
		});
	}
	_processResponse(res, options) {
		return __awaiter(this, void 0, void 0, function* () {
			return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
				const statusCode = res.message.statusCode || 0;
				const response = {
					statusCode,
					result: null,
					headers: {}
				};
				if (statusCode === HttpCodes.NotFound) resolve(response);
				function dateTimeDeserializer(key, value) {
					if (typeof value === "string") {
						const a = new Date(value);
						if (!isNaN(a.valueOf())) return a;
					}
					return value;
				}
				let obj;
				let contents;
				try {
					contents = yield res.readBody();
					if (contents && contents.length > 0) {
						if (options && options.deserializeDates) obj = JSON.parse(contents, dateTimeDeserializer);
						else obj = JSON.parse(contents);
						response.result = obj;
					}
					response.headers = res.message.headers;
				} catch (err) {}
				if (statusCode > 299) {
					let msg;
					if (obj && obj.message) msg = obj.message;
					else if (contents && contents.length > 0) msg = contents;
					else msg = `Failed request: (${statusCode})`;
					const err = new HttpClientError(msg, statusCode);
					err.result = response.result;
					reject(err);
				} else resolve(response);
			}));
		});
	}
};
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => (c[k.toLowerCase()] = obj[k], c), {});


;// CONCATENATED MODULE: ./build/main/src/vault/answer.js

// src/vault/answer.ts
/** Bytes; no secret is larger (a storage entry is 1 MiB by default). */
const LARGEST_BODY = 16777216;
/**
* The body as text. Throws an error with code `TOO_LARGE`, or the stream's own when the body breaks off. The caller
* bounds the time by destroying the message.
*/
async function readBody(message) {
	const chunks = [];
	let size = 0;
	for await (const chunk of message) {
		size += chunk.length;
		if (size > LARGEST_BODY) {
			message.destroy();
			throw Object.assign(/* @__PURE__ */ new Error("body too large"), { code: "TOO_LARGE" });
		}
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString("utf8");
}
/** The answer in a body; undefined when it is not Vault's JSON. An empty body is an answer only with 204. */
function readAnswer(status, contentType, body) {
	if (status === 204) return envelope(status, {});
	if (!isJson(contentType)) return void 0;
	const json = (0,vault_json/* jsonObject */.o$)((0,vault_json/* parseJson */.qF)(body));
	if (!json || status >= 400 && !Array.isArray(json.errors) && json.data === void 0) return void 0;
	return envelope(status, json);
}
function isJson(contentType) {
	return /^application\/json\b/i.test(contentType ?? "");
}
function envelope(status, json) {
	return {
		status,
		errors: strings(json.errors),
		warnings: strings(json.warnings),
		auth: json.auth,
		data: json.data,
		leaseId: typeof json.lease_id === "string" ? json.lease_id : "",
		leaseDuration: (0,vault_json/* jsonNumber */.qj)(json.lease_duration) ?? 0,
		whole: json
	};
}
function strings(value) {
	return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}


// EXTERNAL MODULE: ./build/main/src/vault/cancellation.js + 1 modules
var cancellation = __webpack_require__(268);
;// CONCATENATED MODULE: ./build/main/src/vault/hints.js
// src/vault/hints.ts
const HINTS = {
	"invalid-role-or-secret-id": "The RoleID is unknown, or the SecretID is wrong, expired, used up or destroyed; Vault does not say which. Mint a new SecretID for this role and check that RoleID and auth mount belong together. Five wrong SecretIDs lock the role for 15 minutes.",
	"missing-secret-id": "The role wants a SecretID and none was sent: set secretId or, better, wrappedSecretId. A GitHub secret that does not exist, or that a pull request from a fork may not read, is empty.",
	"missing-role-id": "The RoleID arrived empty: set roleId. A GitHub secret that does not exist is empty.",
	cidr: "The address this runner calls from is outside secret_id_bound_cidrs of the role or the cidr_list of the SecretID. The server names the address it saw; behind a proxy or NAT that is the proxy. A refused login may still have used up one use of the SecretID.",
	"cidr-subset": "The CIDR list of the SecretID is no longer inside the list of the role. Mint a new SecretID after a change of the role.",
	"login-permission-denied": "On a login this never means a wrong SecretID. Either no AppRole is mounted at auth/<path> (check path), or the namespace is wrong (check namespace and authNamespace), or the role is locked after five wrong SecretIDs (15 minutes), or its entity is disabled.",
	"namespace-not-found": "Check namespace and authNamespace: the server knows no such namespace. Vault Community has none at all: leave both empty there.",
	"namespace-locked": "An administrator locked the API of this namespace: it must be unlocked there.",
	"mfa-required": "The role is under login MFA, which a CI job cannot answer. Exempt the AppRole mount from the MFA enforcement.",
	"no-token-in-answer": "The server accepted the login but gave no token. Something between this job and Vault changes requests (X-Vault-Wrap-TTL?) or the address is not that of a Vault API.",
	"login-interrupted": "The answer to the login was lost: the server may have made a token that nobody knows, and it lives until its TTL ends. A SecretID for a limited number of uses may have lost one. Run the job again, with a new SecretID if it was for one use.",
	"wrapping-token-invalid": "It was used already, has expired, was revoked, or never was one. A second run of the same job presents a token that the first run used: wrap a new SecretID for each run. If neither a re-run nor a delay explains it, somebody else opened it: destroy the SecretID and look into the audit log.",
	"wrapping-creation-path": "It was not made by the expected endpoint, so somebody may have opened the original and wrapped something else. If the role or mount simply differs, correct roleName or path; otherwise destroy the SecretID and look into the audit log.",
	"wrapping-content": "The wrapping token did not hold a SecretID. Wrap the answer of auth/<path>/role/<role>/secret-id, with -wrap-ttl.",
	"unwrap-interrupted": "The answer to the unwrap was lost, and the wrapping token works only once: it may be spent. Wrap a new SecretID and run the job again.",
	"read-permission-denied": "No policy of this token allows reading this path, or the token is bound to other addresses (token_bound_cidrs). For KV v2 the policy must name <mount>/data/<path>. Vault answers the same for a secret that does not exist.",
	"list-permission-denied": "A folder (path/* or path/**) needs the capability \"list\": for KV v2 on <mount>/metadata/<folder>/, for KV v1 on the folder itself.",
	"folder-empty": "There is no secret in this folder, or no such folder. Check the spelling and the namespace.",
	"issue-refused": "The PKI role does not allow these names, times or uses. What the server said names the parameter; `bao read <mount>/roles/<role>` shows what the role allows.",
	"issue-permission-denied": "The token needs the capability \"update\" on <mount>/issue/<role>.",
	"credential-maybe-spent": "The answer was lost, and the request may have made a credential that nobody knows. A leased one ends with the token, a certificate when it expires, a SecretID with its TTL. Run the job again.",
	"secret-not-found": "There is no secret at this path, or not this version. Check the spelling, the namespace and, for KV v2, the version.",
	"secret-deleted": "This version was deleted or destroyed. `kv undelete` brings a deleted one back; a destroyed one is gone. Write a new version or ask for another one.",
	"kv2-path": "The mount is KV version 2, whose API path has data/ after the mount: <mount>/data/<path>. Written without data/, as for `vault kv get`, the path works too, if this token may look the mount up.",
	"no-secret": "What answers at this path is no secret: it has no data. Check the path, and whether url is the address of Vault.",
	"no-such-mount": "No secrets engine is mounted there: check the first part of the path and the namespace.",
	"kv-upgrade": "The mount is being upgraded to KV version 2; this takes seconds to minutes. Run the job again.",
	"token-uses": "The token is limited to too few uses (token_num_uses): each read and the revocation count. Set it to 0 and a short token_ttl instead.",
	"unsupported-operation": "This path cannot be read with GET. Check the path; a KV v2 path has data/ after the mount.",
	"rate-limited": "A rate-limit or lease-count quota of the server refused this. Runners behind one NAT address share a quota; ask for a higher one, or raise timeout: requests wait in line for three times as long.",
	"replication-lag": "A standby has not yet seen the new token. Raise retries, or give the address of the active node.",
	sealed: "The server is sealed, not initialised, or has no active node. An operator must unseal it; add further addresses to url for fail-over.",
	"token-refused": "The token is unknown to the server, has expired, or may not look itself up, which the default policy allows. Check it, and that its namespace is the one of namespace or authNamespace.",
	"mint-permission-denied": "The token needs the capability \"update\" on auth/<path>/role/<role>/secret-id; in push mode on \u2026/custom-secret-id. A policy with min_wrapping_ttl or max_wrapping_ttl refuses a wrapping time outside of them, too.",
	"mint-refused": "The role does not allow such a SecretID. What the server said names what does not fit: bind_secret_id=false, a CIDR list that is none or not within that of the role, a custom SecretID that exists already.",
	"no-such-role": "There is no role of this name at this auth mount. Check roleName, path and the namespace; `bao list auth/<path>/role` shows the names.",
	"rotation-permission-denied": "A token that rotates its own SecretID may list, look up and destroy SecretIDs of its role. rotate prints the policy for it.",
	"server-error": "The server failed inside. Its log says why; the request id is in its audit log.",
	gateway: "A proxy or load balancer in front of Vault answered, not Vault. Check that it reaches a healthy Vault node.",
	"not-vault": "What answered is not the Vault API: a web page, a proxy, or a wrong port. Check url; it is the address without /ui.",
	redirect: "Redirects are followed only to an address that url lists, because the request carries a token. Use the final address in url, or list all nodes there.",
	"login-page": "What answered sends us to a page, as a gateway in front of Vault does that wants somebody to log in. Let it pass requests to /v1/ as they are, or give an address in url that does not lead through it.",
	dns: "The name in url cannot be resolved from this runner. Check the spelling; a private name needs a self-hosted runner or a VPN.",
	"connection-refused": "Nothing accepts connections there. Check host and port in url, the firewall, and whether this runner may reach the network Vault is in.",
	"connection-lost": "The connection broke before a whole answer arrived. Usually a proxy, a firewall or a restarting server.",
	timeout: "No answer within the time allowed. A firewall that drops packets looks like this; raise timeout only for a slow server.",
	"tls-unknown-ca": "The certificate of the server is not signed by a known CA. Give the CA in caCertificate (PEM, base64 of PEM, or a file).",
	"tls-name": "The certificate is for another name. Use that name in url, or give it in tlsServerName.",
	"tls-expired": "The certificate of the server is outside its validity period; or the clock of this runner is wrong.",
	"tls-handshake": "The TLS handshake failed. Either the port does not speak TLS (http:// address?), or the server wants a client certificate (clientCertificate, clientKey), or it offers nothing newer than TLS 1.1.",
	proxy: "The proxy of HTTPS_PROXY refused to open the tunnel. Check its address and credentials, or put the host of Vault into NO_PROXY.",
	"answer-too-large": "The answer is larger than 16 MiB, which no secret is. Check url and path."
};
function hint(anchor) {
	return {
		anchor,
		text: HINTS[anchor]
	};
}


;// CONCATENATED MODULE: ./build/main/src/vault/retry.js
// src/vault/retry.ts
/** Operations whose repetition changes nothing on the server. */
const IDEMPOTENT = /* @__PURE__ */ new Set([
	"wrapping lookup",
	"mount lookup",
	"list",
	"revoke",
	"token lookup"
]);
/**
* Whether the failure allows another attempt. `once` marks a request that spends or mints something (login, unwrap,
* dynamic credentials): those go again only when it is proven that the first was not processed.
*/
function mayRetry(operation, once, failure) {
	const repeatable = !once || IDEMPOTENT.has(operation);
	if (failure.kind === "unreachable") return repeatable || failure.unsent;
	if (failure.status === 412) return !failure.text.includes("X-Vault-Request");
	if (failure.status === 429 || LEADERLESS.test(failure.text)) return true;
	if (failure.status === 503) return repeatable || !FORWARDING_BROKE.test(failure.text);
	if (failure.text.includes("Upgrading from non-versioned")) return repeatable;
	return repeatable && failure.status >= 500 && failure.status !== 501;
}
/** A standby says so before it tries to forward a request. */
const LEADERLESS = /active cluster node not found/;
/** A standby says so when forwarding a request has failed, at whichever point of it. */
const FORWARDING_BROKE = /no active Vault instance found/;
/**
* Whether the failure ends without anybody's doing, within seconds. Time alone limits how often the request is sent: a
* quota is a queue, a cluster elects a leader, and a token that is not revoked lives on.
*/
function passesByItself(operation, failure) {
	if (operation === "revoke" || isQueue(failure)) return true;
	return failure.kind === "refused" ? LEADERLESS.test(failure.text) : failure.passing === true;
}
function isQueue(failure) {
	return failure.kind === "refused" && failure.status === 429;
}
/** The server does not know the token, or what it may: a node that does not lead may not have heard of it yet. */
function isDenial(failure) {
	return failure.kind === "refused" && failure.status === 403;
}
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5e3;
const LONGEST_RETRY_AFTER_MS = 1e4;
/** Two of the shortest intervals of a quota, and half of one. */
const LONGEST_QUEUE_WAIT_MS = 2e3;
const SHORTEST_QUEUE_WAIT_MS = 500;
/** So many tries, and the wait is a half, a third, \u2026 of the longest. */
const QUEUE_STEP = 5;
/**
* Milliseconds to wait after `tries` failed ones: what the server asks for, up to a cap (it may ask for 0 seconds), and
* full jitter on top. In a queue the jitter does not grow but shrinks: who has waited longest would else wait longest
* again, and now and then for ever. `random` is in [0, 1).
*/
function waitMs(tries, failure, random) {
	return Math.min((failure.retryAfter ?? 0) * 1e3, LONGEST_RETRY_AFTER_MS) + random * (isQueue(failure) ? queueWaitMs(tries) : backOffMs(tries));
}
function queueWaitMs(tries) {
	return Math.max(SHORTEST_QUEUE_WAIT_MS, LONGEST_QUEUE_WAIT_MS / Math.ceil(tries / QUEUE_STEP));
}
function backOffMs(tries) {
	return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1));
}


;// CONCATENATED MODULE: ./build/main/src/vault/diagnosis.js


// src/vault/diagnosis.ts
/** Why this exists: one table from what went wrong to the hint that helps. Pure data. */
/** Whatever the code: Node has many for a connection that stood and an answer that cannot be read. */
const AMBIGUOUS = {
	open: true,
	code: /^(?!(REDIRECT|LOGIN_PAGE|NO_DATA)$)/
};
/** The same without answers that are no Vault's: at a login they mostly mean that `url` is wrong. */
const LOST = {
	open: true,
	code: /^(?!(REDIRECT|LOGIN_PAGE|NOT_VAULT)$)/
};
const OF_SECRET_IDS = [
	"accessor list",
	"accessor lookup",
	"destruction"
];
const OF_ROLES = [
	"mint",
	"role lookup",
	...OF_SECRET_IDS
];
/** The first rule that fits wins. Texts are substrings of what the servers write (OpenBao 2.7, Vault 1.x sources). */
const RULES = [
	{
		anchor: "sealed",
		status: [500],
		text: LEADERLESS
	},
	{
		anchor: "unwrap-interrupted",
		operation: ["unwrap"],
		...AMBIGUOUS
	},
	{
		anchor: "unwrap-interrupted",
		operation: ["unwrap"],
		status: [
			500,
			502,
			504
		]
	},
	{
		anchor: "unwrap-interrupted",
		operation: ["unwrap"],
		text: FORWARDING_BROKE
	},
	{
		anchor: "login-interrupted",
		operation: ["login"],
		...LOST
	},
	{
		anchor: "login-interrupted",
		operation: ["login"],
		code: /^NOT_VAULT$/,
		status: [502, 504]
	},
	{
		anchor: "login-interrupted",
		operation: ["login"],
		status: [502, 504]
	},
	{
		anchor: "login-interrupted",
		operation: ["login"],
		text: FORWARDING_BROKE
	},
	{
		anchor: "credential-maybe-spent",
		operation: [
			"issue",
			"read",
			"mint"
		],
		once: true,
		...AMBIGUOUS
	},
	{
		anchor: "credential-maybe-spent",
		operation: [
			"issue",
			"read",
			"mint"
		],
		once: true,
		text: FORWARDING_BROKE
	},
	{
		anchor: "dns",
		code: /^(ENOTFOUND|EAI_AGAIN|EAI_NODATA|EAI_NONAME)$/
	},
	{
		anchor: "connection-refused",
		code: /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/
	},
	{
		anchor: "timeout",
		code: /^(TIMEOUT|CONNECT_TIMEOUT|ETIMEDOUT|DEADLINE)$/
	},
	{
		anchor: "tls-name",
		code: /^ERR_TLS_CERT_ALTNAME/
	},
	{
		anchor: "tls-expired",
		code: /^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/
	},
	{
		anchor: "tls-unknown-ca",
		code: /SELF_SIGNED|UNABLE_TO_|CERT_UNTRUSTED|CERT_SIGNATURE|INVALID_CA/
	},
	{
		anchor: "tls-handshake",
		code: /^(EPROTO|TLS_DISCONNECTED|ERR_SSL|ERR_TLS)/
	},
	{
		anchor: "proxy",
		code: /^PROXY/
	},
	{
		anchor: "redirect",
		code: /^REDIRECT$/
	},
	{
		anchor: "login-page",
		code: /^LOGIN_PAGE$/
	},
	{
		anchor: "no-secret",
		code: /^NO_DATA$/
	},
	{
		anchor: "gateway",
		code: /^NOT_VAULT$/,
		status: [
			502,
			503,
			504
		]
	},
	{
		anchor: "not-vault",
		code: /^NOT_VAULT$/
	},
	{
		anchor: "answer-too-large",
		code: /^TOO_LARGE$/
	},
	{
		anchor: "connection-lost",
		code: /./
	},
	{
		anchor: "namespace-not-found",
		text: /namespace not found|namespaces feature not enabled/
	},
	{
		anchor: "namespace-locked",
		text: /API access to this namespace has been locked/
	},
	{
		anchor: "sealed",
		status: [503],
		text: /./
	},
	{
		anchor: "rate-limited",
		status: [429]
	},
	{
		anchor: "replication-lag",
		status: [412]
	},
	{
		anchor: "gateway",
		status: [
			502,
			503,
			504
		]
	},
	{
		anchor: "missing-role-id",
		operation: ["login"],
		text: /missing role_id/
	},
	{
		anchor: "missing-secret-id",
		operation: ["login"],
		text: /missing secret_id/
	},
	{
		anchor: "cidr-subset",
		operation: ["login"],
		text: /subset relationship between CIDR/
	},
	{
		anchor: "cidr",
		operation: ["login"],
		text: /source address .* unauthorized/
	},
	{
		anchor: "invalid-role-or-secret-id",
		operation: ["login"],
		text: /invalid (role or secret ID|secret_id)/
	},
	{
		anchor: "login-permission-denied",
		operation: ["login"],
		status: [403, 404]
	},
	{
		anchor: "login-permission-denied",
		operation: ["login"],
		text: /missing client token/
	},
	{
		anchor: "unsupported-operation",
		status: [405]
	},
	{
		anchor: "no-such-mount",
		operation: ["list"],
		text: /no handler for route/
	},
	{
		anchor: "list-permission-denied",
		operation: ["list"],
		status: [403]
	},
	{
		anchor: "folder-empty",
		operation: ["list"],
		status: [404]
	},
	{
		anchor: "issue-permission-denied",
		operation: ["issue"],
		status: [403]
	},
	{
		anchor: "no-such-mount",
		operation: ["issue"],
		status: [404]
	},
	{
		anchor: "issue-refused",
		operation: ["issue"],
		status: [400]
	},
	{
		anchor: "token-uses",
		operation: ["read"],
		text: /token had one use left/
	},
	{
		anchor: "kv-upgrade",
		operation: ["read"],
		text: /Upgrading from non-versioned/
	},
	{
		anchor: "kv2-path",
		operation: ["read"],
		text: /Invalid path for a versioned K\/V/
	},
	{
		anchor: "no-such-mount",
		operation: ["read"],
		text: /no handler for route/
	},
	{
		anchor: "read-permission-denied",
		operation: ["read"],
		status: [403]
	},
	{
		anchor: "secret-not-found",
		operation: ["read"],
		status: [404]
	},
	{
		anchor: "mint-permission-denied",
		operation: ["mint"],
		status: [403]
	},
	{
		anchor: "no-such-role",
		operation: OF_ROLES,
		status: [404]
	},
	{
		anchor: "mint-refused",
		operation: ["mint"],
		text: /bind_secret_id is not set|CIDR|already registered/
	},
	{
		anchor: "rotation-permission-denied",
		operation: OF_SECRET_IDS,
		status: [403]
	},
	{
		anchor: "token-refused",
		operation: ["token lookup"],
		status: [403]
	},
	{
		anchor: "server-error",
		status: [500]
	}
];
/** What to do about a failure, if the table knows. */
function hintFor(facts) {
	const rule = RULES.find((candidate) => fits(candidate, facts));
	return rule && hint(rule.anchor);
}
function fits(rule, facts) {
	return (!rule.once || facts.once === true) && (!rule.open || facts.unsent === false) && (!rule.operation || rule.operation.includes(facts.operation)) && (!rule.status || facts.status !== void 0 && rule.status.includes(facts.status)) && (!rule.text || rule.text.test(facts.text ?? "")) && (rule.code ? rule.code.test(facts.code ?? "") : facts.code === void 0);
}


;// CONCATENATED MODULE: ./build/main/src/vault/outage.js
// src/vault/outage.ts
/** What an error of a connection means. Error texts of Node are not used, except for certificate names. */
function outageOf(error, { timedOut, connecting }) {
	const code = codeOf(error, {
		timedOut,
		connecting
	});
	return {
		code,
		what: code.startsWith("ERR_TLS_CERT_ALTNAME") ? messageOf(error) : outage_WORDS.get(code) ?? words(code),
		unsent: connecting || CERTAINLY_UNSENT.test(code),
		lasting: LASTING.test(code)
	};
}
/** An answer came, but not one of Vault's. */
function notVault(status) {
	return {
		code: "NOT_VAULT",
		status,
		what: `an answer with status ${status} that is not Vault's JSON`,
		unsent: false,
		lasting: status < 500 && status !== 429 || status === 501
	};
}
/** Vault's JSON, but without what a secret has. It made no credential: that would be in it. */
function noData(status) {
	return {
		code: "NO_DATA",
		status,
		what: `an answer with status ${status} without data`,
		unsent: false,
		lasting: true
	};
}
/** It says that it is JSON, but it is not, or not the whole of it. */
function brokenAnswer() {
	return {
		code: "BROKEN",
		what: "an answer with broken JSON",
		unsent: false,
		lasting: false
	};
}
function strayRedirect(what) {
	return {
		code: "REDIRECT",
		what,
		unsent: false,
		lasting: true
	};
}
/**
* What stands in front of the server wants a person to log in: a redirect on the same host that leaves the API. Undefined
* for any other redirect; a node's, to the one that leads, keeps the path.
*/
function toPage(location, base) {
	if (location === "" || !URL.canParse(location, base)) return void 0;
	const { origin, pathname } = new URL(location, base);
	if (origin !== new URL(base).origin || pathname.includes("/v1/")) return void 0;
	return {
		...strayRedirect(`a redirect to ${pathname}, which is not in the API: a login page of a gateway?`),
		code: "LOGIN_PAGE"
	};
}
/** The request would carry a token, or a credential, to a host that nobody named. */
function toStranger(location) {
	const host = URL.canParse(location) ? new URL(location).host : "";
	return strayRedirect(host ? `a redirect to ${host}, which url does not list` : "a redirect to nowhere");
}
/** Nodes that do not agree on who leads: one that has just lost the lead may even redirect to itself. */
function inCircles({ proven, alone }) {
	return {
		...strayRedirect("one redirect led to another"),
		unsent: proven,
		lasting: alone,
		passing: !alone
	};
}
/** A node that led when it was asked, and no longer leads: nobody knows how far it has come with the request. */
function leadLost() {
	return {
		code: "LEAD_LOST",
		what: "it lost the lead before it had answered",
		unsent: false,
		lasting: false
	};
}
/** TLS 1.3 clients learn of a refused client certificate only after they sent: the server read nothing. */
const CERTAINLY_UNSENT = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ERR_SSL_.*ALERT.*|PROXY.*)$/;
const LASTING = /^(ERR_TLS|ERR_SSL|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO|TOO_LARGE|PROXY 40)/;
const outage_WORDS = new Map(Object.entries({
	TIMEOUT: "no answer in time",
	CONNECT_TIMEOUT: "no connection in time",
	ECONNREFUSED: "connection refused",
	ECONNRESET: "the connection broke before the answer was complete",
	ENOTFOUND: "the name cannot be resolved",
	EAI_AGAIN: "the name cannot be resolved at the moment",
	EHOSTUNREACH: "the host cannot be reached",
	ENETUNREACH: "the network cannot be reached",
	TOO_LARGE: "the answer is larger than 16 MiB",
	TLS_DISCONNECTED: "the connection was closed during the TLS handshake",
	SELF_SIGNED_CERT_IN_CHAIN: "its certificate is signed by an unknown CA",
	DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is self-signed",
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate is signed by an unknown CA",
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its certificate is signed by an unknown CA",
	CERT_HAS_EXPIRED: "its certificate has expired",
	CERT_NOT_YET_VALID: "its certificate is not valid yet"
}));
function codeOf(error, { timedOut, connecting }) {
	if (timedOut) return connecting ? "CONNECT_TIMEOUT" : "TIMEOUT";
	const code = rawCode(error);
	return code === "ECONNRESET" && connecting ? "TLS_DISCONNECTED" : code;
}
/** Trying several IP addresses of a name fails with an `AggregateError`: its first error speaks for all. */
function rawCode(error) {
	if (error instanceof AggregateError && error.errors.length > 0) return rawCode(error.errors[0]);
	const code = error instanceof Error && "code" in error ? error.code : void 0;
	return typeof code === "string" ? code : "UNKNOWN";
}
function words(code) {
	const status = /^PROXY (.*)$/.exec(code)?.[1];
	return status ? `the proxy did not open the tunnel (${status})` : `the connection failed (${code})`;
}
function messageOf(error) {
	return error instanceof Error ? error.message.replace(/\s+/g, " ") : "";
}


// EXTERNAL MODULE: ./build/main/src/secret.js
var secret = __webpack_require__(677);
;// CONCATENATED MODULE: ./build/main/src/vault/request.js


// src/vault/request.ts
/** Why this exists: what is asked of a server, and the headers and body that carry it. */
/** The body, secrets revealed; empty for a request without one. */
function bodyText(body) {
	if (!body) return "";
	const fields = Object.entries(body).map(([name, value]) => [name, revealed(value)]);
	return (0,vault_json/* jsonText */.s$)(Object.fromEntries(fields));
}
/** An empty namespace header is an error on Vault Community: none is sent then. */
function headersOf({ token, namespace, body, direct, wrapTtl }, server) {
	const extra = Object.entries(server.extraHeaders).map(([name, value]) => [name, revealed(value)]);
	return {
		...Object.fromEntries(extra),
		Accept: "application/json",
		"X-Vault-Request": "true",
		...direct && { "X-Vault-No-Request-Forwarding": "true" },
		...body && { "Content-Type": "application/json" },
		...namespace && { "X-Vault-Namespace": namespace },
		...wrapTtl && { "X-Vault-Wrap-TTL": wrapTtl },
		...token && { "X-Vault-Token": token.reveal() }
	};
}
function revealed(value) {
	return value instanceof secret/* Secret */.z ? value.reveal() : value;
}


;// CONCATENATED MODULE: ./build/main/src/vault/attempt.js








// src/vault/attempt.ts
/**
* Sends the request once. Throws only what `decode` throws, and the reason of a cancellation: then the request was not
* sent, or leaves nothing behind. Never takes longer than `timeoutMs`.
*/
async function attempt(request, target) {
	target.cancelled?.throwIfAborted();
	const state = { connecting: false };
	const answer = answerInTime(request, target, state);
	const isHarmless = () => !request.once || state.connecting;
	const received = await (0,cancellation/* unlessCancelled */.MS)(answer, target.cancelled, isHarmless).catch((reason) => {
		state.request?.destroy();
		throw reason;
	});
	if ("unsent" in received) state.request?.destroy();
	return "unsent" in received ? lost(request, target, received) : judge(request, target, received);
}
async function answerInTime(request, target, state) {
	const limit = timeLimit(target.timeoutMs);
	return Promise.race([exchange(request, target, state), limit.passed]).catch((error) => outageOf(error, {
		timedOut: error === LATE || limit.isPast(),
		connecting: state.connecting
	})).finally(limit.clear);
}
const LATE = /* @__PURE__ */ new Error("late");
/**
* A request that still waits for its connection would not notice that it is destroyed: time is kept beside it. The
* socket's own limit may be a moment faster, timers count whole milliseconds; whatever fails once the time is over has
* failed for that.
*/
function timeLimit(ms) {
	let timer;
	const end = performance.now() + ms;
	return {
		passed: new Promise((_, reject) => {
			timer = setTimeout(() => reject(LATE), ms);
		}),
		isPast: () => performance.now() >= end - 1,
		clear: () => clearTimeout(timer)
	};
}
/** `readBody()` of the library never settles on a stalled body, and its redirects carry the token: neither is used. */
async function exchange(request, { server, address, connections, timeoutMs }, state) {
	const url = `${address.base}/v1/${request.path}`;
	const client = new HttpClient("vault-approle", [{
		prepareRequest: (options) => {
			Object.assign(options, {
				attempt: state,
				protocol: new URL(url).protocol
			});
		},
		canHandleAuthentication: () => false,
		handleAuthentication: () => Promise.reject(/* @__PURE__ */ new Error("unreachable"))
	}], {
		allowRedirects: false,
		allowRetries: false,
		socketTimeout: 2 * timeoutMs
	});
	/** Its own choice of an agent would ask the environment for a proxy again (and is why `tunnel` can be absent). */
	Object.assign(client, { _getAgent: () => connections.agent });
	const { message } = await client.request(request.method, url, bodyText(request.body), headersOf(request, server));
	const body = await readBody(message);
	return {
		status: message.statusCode ?? 0,
		headers: message.headers,
		body
	};
}
function judge(request, target, { status, headers, body }) {
	if (status >= 300 && status < 400) return redirected(request, target, headers.location);
	const answer = readAnswer(status, headers["content-type"], body);
	if (!answer) return lost(request, target, isCut(headers, body) ? brokenAnswer() : notVault(status), retryAfter(headers));
	if (status >= 200 && status < 300 || request.accept?.includes(status)) {
		const value = request.decode(answer);
		if (value !== void 0) return {
			kind: "done",
			value,
			status
		};
		if (status < 300) return lost(request, target, isBare(request, answer) ? noData(status) : notVault(status));
	}
	return refused(request, answer, retryAfter(headers));
}
/** JSON that holds no credential, neither in clear nor wrapped. */
function isBare({ operation }, { data, auth, whole }) {
	return operation === "read" && [
		data,
		auth,
		whole.wrap_info
	].every((part) => part === void 0 || part === null);
}
/** It says that it is JSON, and is not: a part is missing, or something on the way damaged it. */
function isCut(headers, body) {
	return isJson(headers["content-type"]) && body !== "" && (0,vault_json/* parseJson */.qF)(body) === void 0;
}
function redirected(request, target, location) {
	return location === void 0 ? lost(request, target, strayRedirect("a redirect without a destination")) : {
		kind: "moved",
		location
	};
}
function refused(request, answer, wait) {
	const { status, errors, warnings } = answer;
	const { operation, method, path, once = false } = request;
	const text = [...errors, ...warnings].join("\n");
	const hint = hintFor({
		operation,
		status,
		text,
		once
	});
	return {
		kind: "failed",
		lasting: false,
		failure: {
			kind: "refused",
			status,
			text,
			retryAfter: wait
		},
		error: new vault_errors/* VaultError */.hb({
			operation,
			method,
			path,
			status,
			errors: errors.length > 0 ? errors : warnings,
			hint
		})
	};
}
/** The outcome of a request that got no usable answer. */
function lost({ operation, once = false }, { address }, { code, status, what, unsent, lasting, passing = false }, wait) {
	const hint = hintFor({
		operation,
		code,
		unsent,
		once,
		...status && { status }
	});
	const host = new URL(address.base).host;
	return {
		kind: "failed",
		lasting,
		failure: {
			kind: "unreachable",
			unsent,
			passing,
			retryAfter: wait
		},
		error: new vault_errors/* UnreachableError */.Jk({
			operation,
			host,
			code,
			status,
			what,
			hint
		})
	};
}
/** Seconds; the other form of the header, a date, is not honoured. */
function retryAfter(headers) {
	const seconds = headers["retry-after"];
	return seconds && /^\d+$/.test(seconds) ? Number(seconds) : void 0;
}


;// CONCATENATED MODULE: ./build/main/src/vault/health.js
// src/vault/health.ts
/** A status of our own choice, because that of a standby, 429, means something else everywhere else. */
const STANDBY = 299;
const HEALTH = {
	operation: "health",
	method: "GET",
	path: `sys/health?standbycode=${STANDBY}&perfstandbycode=${STANDBY}`,
	decode: () => true
};
function healthOf(outcome) {
	if (outcome.kind !== "done") return "silent";
	return outcome.status === STANDBY ? "standby" : "active";
}


;// CONCATENATED MODULE: ./build/main/src/vault/ask.js




// src/vault/ask.ts
/** Why this exists: a request to one node of a cluster, and to the one that it redirects to; and the look for the leader. */
/**
* The answer of a node, or of the one that it redirects to. What must not be done twice is not to be forwarded: a
* standby's redirect then proves that nobody has processed it. A redirect of the node that led proves nothing.
*/
async function ask(asked, request, asking) {
	const { nodes } = asking;
	const { once = false } = request;
	let direct = once && nodes.count > 1;
	let [node, redirected] = [asked, false];
	for (;;) {
		const target = await targetAt(node, asking);
		const outcome = await observed({
			...request,
			direct
		}, target, asking);
		if (outcome.kind !== "moved") return {
			node,
			outcome
		};
		const page = toPage(outcome.location, node.address.base);
		if (page) return {
			node,
			outcome: lost(request, target, page)
		};
		const leader = nodes.at(outcome.location);
		const proven = direct && nodes.health(node) !== "active";
		if (!leader && !direct) return {
			node,
			outcome: lost(request, target, toStranger(outcome.location))
		};
		if (once && !proven) return {
			node,
			outcome: lost(request, target, leadLost())
		};
		if (leader && redirected) return {
			node,
			outcome: lost(request, target, inCircles({
				proven,
				alone: nodes.count === 1
			}))
		};
		if (leader) [node, redirected] = [leader, true];
		else direct = false;
	}
}
/** Milliseconds for a node to say whether it leads: one that is slower can wait for its turn. */
const LONGEST_LOOK_MS = 2e3;
/** Whether the node leads its cluster. */
async function look(node, asking) {
	const deadline = Math.min(asking.deadline, performance.now() + LONGEST_LOOK_MS);
	return healthOf(await observed(HEALTH, await targetAt(node, {
		...asking,
		deadline
	}), asking));
}
async function targetAt({ address, connections }, { server, deadline, cancelled }) {
	return {
		server,
		address,
		connections: await connections(),
		timeoutMs: Math.max(1, Math.min(server.timeoutMs, Math.ceil(deadline - performance.now()))),
		cancelled
	};
}
async function observed(request, target, { observe }) {
	const started = performance.now();
	const outcome = await attempt(request, target);
	const ms = Math.round(performance.now() - started);
	observe?.({
		method: request.method,
		path: request.path,
		result: resultOf(outcome),
		ms
	});
	return outcome;
}
function resultOf(outcome) {
	if (outcome.kind === "done") return `${outcome.status}`;
	if (outcome.kind === "moved") return "redirect";
	return outcome.error instanceof vault_errors/* VaultError */.hb ? `${outcome.error.refusal.status}` : outcome.error.silence.code;
}


// EXTERNAL MODULE: ./build/main/src/vault/tls.js
var tls = __webpack_require__(743);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(30);
;// CONCATENATED MODULE: ./build/main/src/vault/connections.js



// src/vault/connections.ts
/** Why this exists: connections to one address, kept alive, opened ahead of need, and honest about being open. */
/** Connections to `address`. The caller closes them. */
async function openConnections(address, server) {
	const options = optionsFor(address, server);
	const closing = address.proxy && new AbortController();
	const agent = await agentFor(address, options, closing?.signal);
	const sockets = /* @__PURE__ */ new Set();
	const spare = [];
	const connect = connector(agent, address, sockets);
	const createConnection = (wanted, opened) => {
		const { attempt } = wanted;
		if (attempt) attempt.connecting = true;
		take(spare, () => connect(wanted)).then((socket) => {
			if (attempt) attempt.connecting = false;
			opened(null, socket);
		}, (error) => opened(error));
	};
	/** Node's own way of giving an agent a request: the only place where the HTTP client lets anybody see it. */
	const addRequest = Object.getPrototypeOf(agent).addRequest.bind(agent);
	Object.assign(agent, {
		createConnection,
		addRequest: (request, wanted) => {
			if (wanted.attempt) wanted.attempt.request = request;
			addRequest(request, wanted);
		}
	});
	return {
		agent,
		warm: (count) => {
			for (let n = 0; n < count; n++) spare.push(quiet(connect({
				...options,
				...target(address)
			})));
		},
		close: () => {
			closing?.abort();
			agent.destroy();
			for (const socket of sockets) socket.destroy();
		}
	};
}
/** The server name is decided here and not per request, so that connections opened ahead verify the same one. */
function optionsFor(address, server) {
	const secure = address.base.startsWith("https:");
	const { host } = target(address);
	const servername = (0,external_node_net_.isIP)(host) ? "" : host;
	return {
		keepAlive: true,
		timeout: server.timeoutMs,
		...secure && {
			servername,
			...(0,tls/* tlsOptions */.YF)(server.tls)
		}
	};
}
/**
* Through a proxy, every connection is a CONNECT tunnel, also to `http://`: the proxy sees host and port only. TLS takes
* longer to load than all else of HTTP: only for an address that wants it.
*/
async function agentFor(address, options, signal) {
	const secure = address.base.startsWith("https:");
	if (address.proxy) {
		const { HttpProxyAgent, HttpsProxyAgent } = await __webpack_require__.e(/* import() */ 611).then(__webpack_require__.bind(__webpack_require__, 992));
		const proxyRequestOptions = {
			headers: {},
			signal
		};
		const proxied = {
			...options,
			proxy: address.proxy.reveal(),
			proxyRequestOptions
		};
		return secure ? new HttpsProxyAgent(proxied) : new HttpProxyAgent(proxied);
	}
	if (!secure) return new external_node_http_.Agent(options);
	const { Agent: Agent$1 } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 708, 19));
	return new Agent$1(options);
}
function target(address) {
	const { hostname, port, protocol } = new URL(address.base);
	return {
		host: hostname.replace(/^\[|\]$/g, ""),
		port: Number(port) || (protocol === "https:" ? 443 : 80)
	};
}
/** Opens a connection and settles once it can carry a request: after the TLS handshake, where there is one. */
function connector(agent, address, sockets) {
	const open = Object.getPrototypeOf(agent).createConnection.bind(agent);
	const ready = address.base.startsWith("https:") ? "secureConnect" : "connect";
	const tunnelled = address.proxy !== void 0;
	return (options) => new Promise((resolve, reject) => {
		const opening = (socket) => {
			sockets.add(socket);
			socket.once("error", reject);
			socket.once("close", () => {
				sockets.delete(socket);
				reject(/* @__PURE__ */ new Error("closed"));
			});
			if (tunnelled && ready === "connect") resolve(socket);
			else socket.once(ready, () => resolve(socket));
		};
		const socket = open(options, (error, tunnel) => {
			if (error) reject(proxyError(error));
			else if (tunnel && tunnelled) opening(tunnel);
		});
		if (socket && !tunnelled) opening(socket);
	});
}
/** A spare connection that is still good, else a new one. */
async function take(spare, connect) {
	const socket = await spare.shift()?.catch(() => void 0);
	return socket && !socket.destroyed ? socket : connect();
}
/** A connection opened ahead may fail before anybody waits for it: that is no unhandled rejection. */
function quiet(opening) {
	opening.catch(() => void 0);
	return opening;
}
function proxyError(error) {
	const status = /^Bad response: (\d+)/.exec(error.message)?.[1];
	return Object.assign(/* @__PURE__ */ new Error("proxy"), { code: `PROXY ${status ?? error.code ?? "failed"}` });
}


;// CONCATENATED MODULE: ./build/main/src/vault/nodes.js

// src/vault/nodes.ts
/** Why this exists: of several addresses, the one to ask: the active node where one says that it is, else each in turn. */
/** The addresses of a server, in their order. */
function nodesOf(server) {
	const [first, ...others] = server.addresses;
	const nodes = [nodeAt(first, server), ...others.map((one) => nodeAt(one, server))];
	const seen = /* @__PURE__ */ new Map();
	let current = nodes[0];
	let settled = nodes.length === 1;
	let looking;
	const look = async (ask) => {
		for (const node of startingAt(current, nodes)) {
			seen.set(node, await ask(node));
			settled = seen.get(node) === "active";
			if (settled) current = node;
			if (settled) break;
		}
		looking = void 0;
	};
	return {
		count: nodes.length,
		current: () => current,
		health: (node) => seen.get(node) ?? "silent",
		areElecting: () => {
			const all = new Set(seen.values());
			return all.has("standby") && !all.has("active");
		},
		findActive: async (ask) => {
			if (!settled) looking ??= look(ask);
			await looking;
		},
		answered: (node, leads) => {
			if (leads) seen.set(node, "active");
			current = node;
			settled = true;
		},
		leave: (failed) => {
			if (failed !== current || nodes.length === 1) return;
			current = startingAt(current, nodes)[1] ?? current;
			settled = false;
		},
		at: (location) => nodes.find(({ address }) => originOf(address.base) === originOf(location)),
		close: () => nodes.forEach(({ close }) => close())
	};
}
function startingAt(node, nodes) {
	const from = nodes.indexOf(node);
	return [...nodes.slice(from), ...nodes.slice(0, from)];
}
function originOf(url) {
	return URL.canParse(url) ? new URL(url).origin : "";
}
function nodeAt(address, server) {
	let opened;
	return {
		address,
		connections: () => {
			opened ??= openConnections(address, server);
			return opened;
		},
		close: () => {
			opened?.then(({ close }) => close(), () => void 0);
		}
	};
}


;// CONCATENATED MODULE: ./build/main/src/vault/transport.js




// src/vault/transport.ts
/** Why this exists: a request reaches whichever address answers, within a time, tried again where that is safe. */
const DEADLINE_FACTOR = 3;
/**
* Milliseconds without which no try is worth it: it would hide behind a time-out what the last one was told, and a login
* that is answered too late leaves a token that nobody knows.
*/
const LEAST_MS = 1e3;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
/** A connection to a server with one or more addresses; requests go to the one that leads, or else answered last. */
function connect(server, { observe, pause = sleep, cancelled: signal } = {}) {
	const nodes = nodesOf(server);
	async function send(request) {
		const deadline = performance.now() + DEADLINE_FACTOR * server.timeoutMs;
		const latest = deadline - Math.min(LEAST_MS, server.timeoutMs);
		const cancelled = request.operation === "revoke" ? void 0 : signal;
		const asking = {
			server,
			nodes,
			observe,
			deadline,
			cancelled
		};
		const past = {
			tries: 0,
			lasting: 0,
			denials: 0
		};
		for (;;) {
			if (past.tries % nodes.count === 0) await nodes.findActive((node) => look(node, asking));
			const asked = nodes.current();
			const { node, outcome } = await ask(asked, request, asking);
			if (outcome.kind === "done") {
				nodes.answered(node, node !== asked);
				return outcome.value;
			}
			past.tries++;
			past.lasting = outcome.lasting ? past.lasting + 1 : 0;
			past.denials += isDenial(outcome.failure) ? 1 : 0;
			const wait = waitAfter(past, request, {
				server,
				nodes,
				node,
				failure: outcome.failure
			});
			if (wait === void 0 || performance.now() + wait > latest) throw outcome.error;
			nodes.leave(asked);
			if (wait > 0) await (0,cancellation/* unlessCancelled */.MS)(pause(wait), cancelled);
		}
	}
	return {
		send,
		warm: (count) => {
			nodes.current().connections().then(({ warm }) => warm(count), () => void 0);
		},
		close: nodes.close
	};
}
/**
* Milliseconds to wait before another try; undefined when there must be none. A round of all nodes counts as one try, and
* within it there is no wait.
*/
function waitAfter({ tries, lasting, denials }, { operation, once = false }, { server, nodes, node, failure }) {
	if (lasting === nodes.count) return void 0;
	const final = operation === "revoke" ? denials >= nodes.count : nodes.health(node) === "active";
	const hearsay = isDenial(failure) && !once && nodes.count > 1 && (!final || nodes.areElecting());
	if (!hearsay && !mayRetry(operation, once, failure)) return void 0;
	if (tries % nodes.count !== 0) return 0;
	const passing = passesByItself(operation, failure) || nodes.areElecting() && !hearsay;
	const round = tries / nodes.count;
	if (round > server.retries && !(passing && server.retries > 0)) return void 0;
	return waitMs(round, failure, Math.random());
}


;// CONCATENATED MODULE: ./build/main/src/secrets/plan.js
// src/secrets/plan.ts
/** The distinct paths of the entries, as the user wrote them. */
function distinctPaths(entries) {
	return [...new Set(entries.map(({ path }) => path))];
}
/** The reads that serve all wants, in the order of their first use. */
function planReads(wants) {
	const reads = /* @__PURE__ */ new Map();
	for (const want of wants) {
		const { version } = want.entry;
		const apiPath = version === void 0 ? want.apiPath : `${want.apiPath}?version=${version}`;
		const read = reads.get(apiPath) ?? {
			apiPath,
			repeatable: want.repeatable,
			wants: []
		};
		read.wants.push(want);
		reads.set(apiPath, read);
	}
	return [...reads.values()];
}


;// CONCATENATED MODULE: ./build/main/src/vault/kv.js





// src/vault/kv.ts
/**
* Why this exists: a path's answer becomes named fields, whatever the engine: KV v1 and v2, database credentials,
* cubbyhole (developer.hashicorp.com/vault/api-docs/secret/kv).
*/
/**
* Reads an API path once. Any GET may mint a credential (`database/creds/\u2026`), so it is sent again only when the first
* was not processed, unless it is known to be `repeatable`. Throws `VaultError`, `UnreachableError`.
*/
async function readSecret({ connection, token, namespace }, path, { repeatable }) {
	const read = await connection.send({
		operation: "read",
		method: "GET",
		path,
		token,
		namespace,
		once: !repeatable,
		accept: [404],
		decode
	});
	if ("fields" in read) return read;
	const { status, errors } = read;
	const why = read.gone ? hint("secret-deleted") : hintFor({
		operation: "read",
		status,
		text: errors.join("\n")
	});
	const said = read.gone ? [read.gone] : errors;
	throw new vault_errors/* VaultError */.hb({
		operation: "read",
		method: "GET",
		path,
		status,
		errors: said,
		hint: why
	});
}
/**
* The names directly in a folder, folders with a trailing slash. Throws `VaultError` (404 when there are none).
* Asked for by GET, because proxies and Node's own server do not know the method LIST.
*/
async function listNames({ connection, token, namespace }, listPath) {
	return connection.send({
		operation: "list",
		method: "GET",
		path: `${listPath}?list=true`,
		token,
		namespace,
		decode: ({ data }) => {
			const keys = (0,vault_json/* jsonObject */.o$)(data)?.keys;
			return Array.isArray(keys) ? keys.filter((key) => typeof key === "string") : void 0;
		}
	});
}
function decode(answer) {
	const data = (0,vault_json/* jsonObject */.o$)(answer.data);
	const metadata = data && versionMetadata(data);
	if (answer.status === 404) return gone(answer, metadata);
	const fields = metadata ? (0,vault_json/* jsonObject */.o$)(data?.data) : data;
	if (!fields) return void 0;
	return {
		fields: new Map(Object.entries(fields).map(([name, value]) => [name, new secret/* Secret */.z((0,vault_json/* jsonText */.s$)(value))])),
		reveal: () => fields,
		version: (0,vault_json/* jsonNumber */.qj)(metadata?.version),
		leased: answer.leaseId !== "",
		leaseDuration: answer.leaseId === "" ? 0 : answer.leaseDuration
	};
}
/** The metadata of a KV v2 answer. A KV v1 secret may have fields of the same names, but not this whole shape. */
function versionMetadata(data) {
	const metadata = (0,vault_json/* jsonObject */.o$)(data.metadata);
	const isVersioned = metadata && "created_time" in metadata && "destroyed" in metadata && (0,vault_json/* jsonNumber */.qj)(metadata.version) !== void 0;
	const only = Object.keys(data).every((key) => key === "data" || key === "metadata");
	return isVersioned && only ? metadata : void 0;
}
/** A deleted version answers 404 with its metadata; a missing secret 404 with nothing. */
function gone({ errors, warnings, status }, metadata) {
	const said = errors.length > 0 ? errors : warnings;
	if (!metadata) return {
		gone: "",
		errors: said,
		status
	};
	return {
		gone: `version ${(0,vault_json/* jsonNumber */.qj)(metadata.version)} was ${metadata.destroyed === true ? `destroyed; it was written at ${(0,vault_json/* jsonText */.s$)(metadata.created_time)}` : `deleted at ${(0,vault_json/* jsonText */.s$)(metadata.deletion_time)}`}`,
		errors: said,
		status
	};
}


;// CONCATENATED MODULE: ./build/main/src/vault/parallel.js
/**
* All results, in order. After a failure nothing new is started and what is under way is waited for; one failure is
* thrown as it is, several as an `AggregateError`.
*/
async function inParallel(items, work) {
	const results = [];
	const failures = [];
	const waiting = items.entries();
	const worker = async () => {
		for (const [index, item] of waiting) {
			try {
				results[index] = await work(item, index);
			} catch (error) {
				failures.push(error);
			}
			if (failures.length > 0) return;
		}
	};
	await Promise.all(Array.from({ length: Math.min(32, items.length) }, worker));
	if (failures.length > 1) throw new AggregateError(failures);
	if (failures.length === 1) throw failures[0];
	return results;
}


// EXTERNAL MODULE: ./build/main/packages/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(938);
// EXTERNAL MODULE: ./build/main/src/vault/paths.js
var paths = __webpack_require__(414);
;// CONCATENATED MODULE: ./build/main/src/vault/mounts.js




// src/vault/mounts.ts
/**
* Why this exists: a path as `vault kv get` takes it becomes an API path, by asking which engine is mounted there.
* The endpoint is the one that the official CLI asks; it needs no policy and uses up no use of the token.
*/
/** Made when it is needed: most jobs do without. */
const mountSchema = () => (0,schemas/* object */.Ik)({
	path: (0,schemas/* string */.Yj)(),
	type: (0,schemas/* string */.Yj)(),
	options: (0,schemas/* nullish */.cl)((0,schemas/* object */.Ik)({ version: (0,schemas/* optional */.lq)((0,schemas/* unknown */.L5)()) }))
});
/**
* The mount that `path` lies in. `denied`: the server does not say it of this path (no such mount, no right below it).
* `mute`: most probably of none (a proxy that blocks `sys/internal`, a very old server). Throws `UnreachableError`,
* `VaultError`.
*/
async function lookUpMount({ connection, token, namespace }, path) {
	try {
		return await connection.send({
			operation: "mount lookup",
			method: "GET",
			path: `sys/internal/ui/mounts/${path}`,
			token,
			namespace,
			decode: ({ data }) => {
				const parsed = mountSchema().safeParse(data);
				return parsed.success ? toMount(parsed.data) : void 0;
			}
		});
	} catch (error) {
		if (!isUnanswered(error)) throw error;
		return isDenied(error) ? "denied" : "mute";
	}
}
/**
* A refusal, or the page of a proxy that keeps `sys/internal` for itself. What may pass is neither: a KV v2 path read as
* written would look like one with nothing at it, which an entry may do without.
*/
function isUnanswered(error) {
	const status = error instanceof vault_errors/* VaultError */.hb ? error.refusal.status : statusOfPage(error);
	return status !== void 0 && status < 500 && status !== 412 && status !== 429;
}
function isDenied(error) {
	return error instanceof vault_errors/* VaultError */.hb && error.refusal.status === 403;
}
function statusOfPage(error) {
	return error instanceof vault_errors/* UnreachableError */.Jk ? error.silence.status : void 0;
}
function toMount({ path, type, options }) {
	const kv = type === "kv" || type === "generic";
	return {
		path: (0,paths/* escapePath */.ft)(path),
		type,
		version: kv ? options?.version === "2" ? 2 : 1 : void 0
	};
}
/** Mounts whose paths never are KV paths, whatever is mounted elsewhere. */
const BUILT_IN = /^(sys|auth|identity|cubbyhole)\//;
/** Whether only the server can tell what the path means: it has no `data` segment and lies in no built-in mount. */
function needsMount(path) {
	return !BUILT_IN.test(path) && !path.split("/").slice(1).includes("data");
}
/** The API path: `data/` is put in after a KV v2 mount, unless the path says which endpoint it means. */
function apiPath(path, mount) {
	if (mount?.version !== 2) return path;
	const rest = path.slice(mount.path.length);
	if (/^(data|metadata|subkeys)(\/|$)/.test(rest)) return path;
	return rest === "" ? `${mount.path}data` : `${mount.path}data/${rest}`;
}
/** The location of every path, with one look-up per mount. Throws `UnreachableError`. */
async function locate(access, wanted) {
	const mounts = await findMounts(access, wanted.filter(({ path, folder }) => folder || needsMount(path)).map(({ path }) => path));
	return new Map(wanted.map(({ path }) => [path, locationIn(path, mounts)]));
}
/**
* The mounts that the paths lie in, as far as the server tells. Paths that share their first segment wait for the first of
* them, because they mostly share the mount: no mount can lie within another. Where that says nothing, each is asked about,
* unless the server says nothing at all. Throws `UnreachableError`.
*/
async function findMounts(access, paths) {
	const known = [];
	const untold = /* @__PURE__ */ new Set();
	let open = [...new Set(paths)];
	while (open.length > 0) {
		const first = new Map(open.toReversed().map((path) => [firstSegment(path), path]));
		const asked = open.filter((path) => untold.has(firstSegment(path)) || first.get(firstSegment(path)) === path);
		const answers = await inParallel(asked, (path) => lookUpMount(access, path));
		known.push(...answers.filter((answer) => typeof answer === "object"));
		if (known.length === 0 && answers.every((answer) => answer === "mute")) return known;
		asked.forEach((path, index) => typeof answers[index] === "string" && untold.add(firstSegment(path)));
		open = open.filter((path) => !asked.includes(path) && !mountOf(path, known));
	}
	return known;
}
function firstSegment(path) {
	return path.split("/", 1)[0] ?? "";
}
/** The one of the mounts that the path lies in. A mount's own path, without its trailing slash, lies in it, too. */
function mountOf(path, mounts) {
	return mounts.find((mount) => `${path}/`.startsWith(mount.path));
}
/** Where a path leads, by the mounts that are known. */
function locationIn(path, mounts) {
	const mount = mountOf(path, mounts);
	const full = needsMount(path) ? apiPath(path, mount) : path;
	return {
		apiPath: full,
		listPath: mount?.version === 1 ? full : full.replace(/(^|\/)data(?=\/|$)/, "$1metadata"),
		repeatable: needsMount(path) ? mount?.version !== void 0 : !/^(sys|auth|identity)\//.test(path)
	};
}


// EXTERNAL MODULE: ./build/main/src/secrets/modifiers.js
var modifiers = __webpack_require__(381);
;// CONCATENATED MODULE: ./build/main/src/vault/pki.js


// src/vault/pki.ts
/** Why this exists: certificates by the PKI engine (developer.hashicorp.com/vault/api-docs/secret/pki#generate-certificate-and-key). */
/** Made when it is needed: most jobs do without. */
const issuedSchema = () => (0,schemas/* object */.Ik)({
	certificate: (0,schemas/* string */.Yj)(),
	private_key: (0,schemas/* optional */.lq)((0,schemas/* string */.Yj)()),
	issuing_ca: (0,schemas/* optional */.lq)((0,schemas/* string */.Yj)()),
	ca_chain: (0,schemas/* nullish */.cl)((0,schemas/* array */.YO)((0,schemas/* string */.Yj)()))
});
/**
* Issues one certificate. Never sent again unless the first request was certainly not processed: each answer is another
* certificate. Throws `VaultError`, `UnreachableError`.
*/
async function issueCertificate({ connection, token, namespace }, path, parameters) {
	return connection.send({
		operation: "issue",
		method: "POST",
		path,
		token,
		namespace,
		once: true,
		body: parameters,
		decode: ({ data }) => {
			const parsed = issuedSchema().safeParse(data);
			if (!parsed.success) return void 0;
			const { certificate, private_key = "", issuing_ca = "", ca_chain } = parsed.data;
			return {
				cert: new secret/* Secret */.z(certificate),
				key: new secret/* Secret */.z(private_key),
				ca: new secret/* Secret */.z(issuing_ca),
				caChain: new secret/* Secret */.z((ca_chain ?? []).join("\n"))
			};
		}
	});
}


// EXTERNAL MODULE: ./build/main/src/secrets/grammar.js + 1 modules
var grammar = __webpack_require__(617);
// EXTERNAL MODULE: ./build/main/src/secrets/letters.js
var letters = __webpack_require__(382);
;// CONCATENATED MODULE: ./build/main/src/secrets/reserved.js
// src/secrets/reserved.ts
/**
* Why this exists: the environment variables that change how programs run. Whoever may write a secret must not become
* able to run code on the runner (rule R7), so no value from Vault is exported under one of these names.
*/
const PREFIXES = /^(GITHUB|RUNNER|ACTIONS|INPUT|STATE|LD|DYLD|NODE|GIT|BASH|VAULT_APPROLE)_/;
/** Of our template for GitLab. */
const TEMPLATE = /^APPROLE_(CLI(_\w+)?|FOLDER|AT|NEW)$/;
const NAMES = new Set(`ALL_PROXY BASH BASHOPTS BROWSER CDPATH CI CLASSPATH COMSPEC CURL_CA_BUNDLE CURL_HOME DOTNET_STARTUP_HOOKS EDITOR ENV FTP_PROXY GCONV_PATH
  GLIBC_TUNABLES GOFLAGS GRADLE_OPTS HOME HOSTALIASES HTTPS_PROXY HTTP_PROXY IFS JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS
  LOCPATH MAVEN_ARGS MAVEN_OPTS NLSPATH NODE NO_PROXY OPENSSL_CONF OPENSSL_MODULES PAGER PATH PATHEXT PERL5DB PERL5LIB PERL5OPT
  PERLLIB PROMPT_COMMAND PS4 PSMODULEPATH PYTHONHOME PYTHONINSPECT PYTHONPATH PYTHONSTARTUP PYTHONUSERBASE
  PYTHONWARNINGS REQUESTS_CA_BUNDLE RES_OPTIONS RUBYLIB RUBYOPT RUSTC_WRAPPER RUSTFLAGS SHELL SHELLOPTS SSL_CERT_DIR
  SSL_CERT_FILE SSLKEYLOGFILE SYSTEMROOT TEMP TMP TMPDIR USERPROFILE VISUAL WINDIR
  NPM_CONFIG_GLOBALCONFIG NPM_CONFIG_NODE_OPTIONS NPM_CONFIG_SCRIPT_SHELL NPM_CONFIG_USERCONFIG ZDOTDIR
  _JAVA_OPTIONS`.split(/\s+/));
/**
* Vault's own settings: a later step must not be sent to another server, nor run a program of somebody's choice as its
* token helper or ssh. `VAULT_TOKEN` is not among them.
*/
const VAULT_SETTINGS = /^(VAULT|BAO)_(ADDR|AGENT_ADDR|CACERT|CACERT_BYTES|CAPATH|CLIENT_CERT|CLIENT_KEY|CONFIG_PATH|HTTP_PROXY|NAMESPACE|PROXY_ADDR|SKIP_VERIFY|SRV_LOOKUP|SSH_EXECUTABLE|TLS_SERVER_NAME)$/;
/**
* GitLab's: where a job works, what it builds, whom it talks to. Free are names of credentials that it may get from us,
* such as `CI_REGISTRY_PASSWORD`.
*/
const GITLAB = /^(CI_(API|BUILDS|COMMIT|CONFIG|DEBUG|JOB|MERGE_REQUEST|PIPELINE|PROJECT|RUNNER|SERVER)_\w+|CI_(REGISTRY|REGISTRY_IMAGE|REPOSITORY_URL)|GITLAB_(CI|ENV))$/;
/** Jenkins': the workspace, its own address, the cookies by which it finds the processes of a build; and the file of ours. */
const JENKINS = /^(BUILD_ID|WORKSPACE|WORKSPACE_TMP|(JENKINS|HUDSON)_(COOKIE|HOME|NODE_COOKIE|SERVER_COOKIE|URL)|VAULT_ENV_FILE)$/;
/** npm's registry token under the name that setup-node documents; Node.js itself does not read it. */
const HARMLESS = /* @__PURE__ */ new Set(["NODE_AUTH_TOKEN"]);
/** Names of credentials, which GitLab has none of but this one. */
const CREDENTIAL = /^CI_(?!JOB_TOKEN$)\w+_(TOKEN|PASSWORD|SECRET|KEY)$/;
/** Whether no value may be exported under this name, in any case of letters. */
function reserved(name) {
	const upper = name.toUpperCase();
	if (HARMLESS.has(upper) || CREDENTIAL.test(upper)) return false;
	return NAMES.has(upper) || [
		PREFIXES,
		TEMPLATE,
		VAULT_SETTINGS,
		GITLAB,
		JENKINS
	].some((names) => names.test(upper));
}


;// CONCATENATED MODULE: ./build/main/src/secrets/names.js



// src/secrets/names.ts
/** Names for all values together: reserved names and two values for one name are problems (rule R7). */
function nameAll(values, { exportEnv }) {
	const named = values.map((value) => nameOne(value, exportEnv));
	const problems = [...new Set(named.flatMap(nameProblems))];
	return {
		named: distinct(named),
		problems: [...problems, ...clashes(named)],
		warnings: named.filter((one) => wantsEnv(one, exportEnv) && one.env === void 0).map(envWarning)
	};
}
function envWarning({ label }) {
	return `${label} is no name for an environment variable, only for an output.`;
}
function wantsEnv({ entry }, exportEnv) {
	return entry.modifiers.only === "env" || exportEnv && entry.modifiers.only !== "output";
}
function nameOne(value, exportEnv) {
	const { only, file, unmasked } = value.entry.modifiers;
	const label = outputName(value);
	const env = envName(value.entry, label);
	return {
		...value,
		source: `${value.source}${file ? " in a file" : ""}${unmasked ? " unmasked" : ""}`,
		label,
		output: only === "env" ? void 0 : label,
		env: wantsEnv(value, exportEnv) && ENV_NAME(env).test(env) ? env : void 0,
		file: file && (file.name ?? label),
		unmasked
	};
}
const OUTPUT_NAME = (0,letters/* overLetters */.e)(String.raw`^[\p{L}_][\p{L}\p{N}_-]*$`);
const ENV_NAME = (0,letters/* overLetters */.e)(String.raw`^[\p{L}_][\p{L}\p{N}_]*$`);
const STRANGE = (0,letters/* overLetters */.e)(String.raw`[^\p{L}\p{N}_]`, "g");
const FIRST_DIGIT = (0,letters/* overLetters */.e)(String.raw`^[\p{N}]`);
function outputName({ entry, own, field }) {
	if ((0,grammar/* givesMany */.cY)(entry)) return normalize((entry.name ?? "") + own + field);
	return entry.name ?? normalize(field);
}
/** A name that the user gave is taken verbatim; one made of a field is in upper case, except with `**`. */
function envName(entry, label) {
	const { selector, name } = entry;
	return selector.kind === "all" && !selector.upperCase || !(0,grammar/* givesMany */.cY)(entry) && name !== void 0 ? label : label.toUpperCase();
}
/** As vault-action does: dots become `__`, other characters outside letters, digits and `_` go. */
function normalize(text) {
	const name = text.replaceAll(".", "__").replace(STRANGE(text), "");
	return FIRST_DIGIT(name).test(name) ? `_${name}` : name;
}
/** For messages: `line 3: secret/ci/app password`. */
function whereOf({ entry, field }) {
	return `${(0,grammar/* placeOf */.$t)(entry)}: ${entry.path} ${field}`;
}
function nameProblems(one) {
	const { entry, label, env } = one;
	const where = whereOf(one);
	if (label === "") return [`${where}: no letter of the field's name can be in a name; give one after "|"`];
	if (!OUTPUT_NAME(label).test(label)) return [`${where}: "${label}" is no valid name: a letter or "_" first, then letters, digits, "_" and "-"`];
	if (env !== void 0 && reserved(env)) return [`${where}: the environment variable ${env} is reserved, because it would change how later steps run`];
	if (entry.modifiers.only === "env" && env === void 0) return [`${where}: "${label}" is no name for an environment variable, and the entry says env`];
	return [];
}
/** Two different values for one name, each name told once. Expressions look outputs up in any case of letters. */
function clashes(named) {
	const outputs = clashesBy(named, "output", ({ output }) => [output, output?.toLowerCase()]);
	const envs = clashesBy(named, "environment variable", ({ env }) => [env, env]);
	const files = clashesBy(named, "file", ({ file }) => [file, file?.toLowerCase()]);
	return [...outputs.length > 0 ? outputs : envs, ...files];
}
function clashesBy(named, what, nameOf) {
	const first = /* @__PURE__ */ new Map();
	const problems = /* @__PURE__ */ new Map();
	for (const one of named) {
		const [name, key] = nameOf(one);
		if (name === void 0 || key === void 0) continue;
		const other = first.get(key) ?? one;
		first.set(key, other);
		if (one.source !== other.source) problems.set(key, `the ${what} ${name} would get two values: ${described(other)} and ${described(one)}`);
	}
	return [...problems.values()];
}
function described({ entry, own, field }) {
	return `${entry.path} ${own && `${own.replace(/_$/, "")} `}${field} (${(0,grammar/* placeOf */.$t)(entry)})`;
}
function distinct(named) {
	return [...new Map(named.map((one) => [`${one.output}\n${one.env}\n${one.file}`, one])).values()];
}


;// CONCATENATED MODULE: ./build/main/src/secrets/sizes.js

// src/secrets/sizes.ts
/** Why this exists: an exported value that is too large keeps every later step, and post, from starting (rule R8). */
/** Bytes. Linux allows 128 KiB for one variable and, on most systems, 2 MiB for all of them and the arguments. */
const LARGEST_VALUE = 65536;
const LARGEST_TOTAL = 524288;
/** What keeps the values from being exported as environment variables. */
function sizeProblems(named) {
	const exported = named.filter(({ env, file }) => env !== void 0 && file === void 0);
	const sized = exported.map((one) => ({
		one,
		bytes: bytesOf(one)
	}));
	const tooLarge = sized.filter(({ bytes }) => bytes > LARGEST_VALUE).map(({ one, bytes }) => problem(one, bytes));
	const total = sized.reduce((sum, { bytes }) => sum + bytes, 0);
	const nul = exported.filter(({ value }) => value.reveal().includes("\0"));
	return [
		...tooLarge,
		...nul.map((one) => `${whereOf(one)} holds a NUL byte, which no environment variable can; ${REMEDY}`),
		...total > LARGEST_TOTAL && tooLarge.length === 0 ? [`the values together have ${kib(total)}, more than the ${kib(LARGEST_TOTAL)} that are safe; ${REMEDY}`] : []
	];
}
const REMEDY = "say file after its name (in an action also output, or set exportEnv to false)";
function bytesOf({ value }) {
	return Buffer.byteLength(value.reveal());
}
function problem(one, bytes) {
	return `${whereOf(one)} has ${kib(bytes)}, more than the ${kib(LARGEST_VALUE)} that an environment variable may; ${REMEDY}`;
}
function kib(bytes) {
	return `${Math.ceil(bytes / 1024)} KiB`;
}


;// CONCATENATED MODULE: ./build/main/src/job/publish.js



// src/job/publish.ts
/** The values under their names. Throws a `UsageError` when a name or a size forbids it: then nothing is published. */
function nameValues(values, { exportEnv, exportToken, outputToken }) {
	const naming = nameAll(values, { exportEnv });
	const taken = naming.named.flatMap(({ output, env }) => [...outputToken && output?.toLowerCase() === "vault_token" ? ["the output vault_token is taken by outputToken"] : [], ...exportToken && env === "VAULT_TOKEN" ? ["the environment variable VAULT_TOKEN is taken by exportToken"] : []]);
	const problems = [
		...naming.problems,
		...taken,
		...sizeProblems(naming.named)
	];
	if (problems.length > 0) throw new vault_errors/* UsageError */.eb(problems.map((problem) => ({
		name: "secrets",
		problem
	})));
	return naming;
}
/** The values that are to be masked: all but those that the user wants to see. */
function secretOnes(named) {
	return named.filter(({ unmasked }) => !unmasked);
}
/** The token itself, where the user wants it. */
function tokenPublication({ token }, { exportToken, outputToken }) {
	if (!exportToken && !outputToken) return [];
	return [{
		value: token,
		output: outputToken ? "vault_token" : void 0,
		env: exportToken ? "VAULT_TOKEN" : void 0
	}];
}


;// CONCATENATED MODULE: ./build/main/src/job/certificates.js





// src/job/certificates.ts
/**
* `pki/issue/web` gives `WEB_CERT`, `WEB_KEY`, `WEB_CA`, `WEB_CA_CHAIN`. Names are checked, together with those of the
* other values, before anything is issued. Throws a `UsageError`, `VaultError`, `UnreachableError`.
*/
async function issueAll(access, config, others) {
	const { certificates } = config;
	if (certificates.length === 0) return [];
	const nothing = new secret/* Secret */.z("");
	const planned = certificates.flatMap((request, index) => named(request, index, {
		cert: nothing,
		key: nothing,
		ca: nothing,
		caChain: nothing
	}));
	nameValues([...others, ...planned], config);
	return (await inParallel(certificates, async (request, index) => named(request, index, await issueCertificate(access, request.path, request.parameters)))).flat();
}
function named({ path, line }, index, { cert, key, ca, caChain }) {
	const entry = {
		path,
		selector: {
			kind: "all",
			upperCase: true
		},
		name: `${path.split("/").at(-1)}_`,
		modifiers: modifiers/* NO_MODIFIERS */.j,
		line,
		origin: "pki"
	};
	return Object.entries({
		cert,
		key,
		ca,
		ca_chain: caChain
	}).map(([field, value]) => ({
		entry,
		own: "",
		field,
		value,
		binary: false,
		source: JSON.stringify([
			"pki",
			index,
			field
		])
	}));
}


;// CONCATENATED MODULE: ./build/main/src/job/folders.js




// src/job/folders.ts
/** Secrets that one job may list; more is most probably a path too high up in the tree. */
const MOST_LISTED = 1e3;
function lister(access) {
	const asked = /* @__PURE__ */ new Map();
	return {
		list: (listPath) => {
			const names = asked.get(listPath) ?? listNames(access, listPath);
			asked.set(listPath, names);
			return names;
		},
		count: () => asked.size
	};
}
/** The secrets of a folder. Throws a `UsageError` when there are too many, `VaultError` (404) when there are none. */
async function expandFolder(list, entry, location) {
	const wants = [];
	let level = [{
		...location,
		own: ""
	}];
	let listed = 0;
	while (level.length > 0) {
		listed += level.length;
		const found = await inParallel(level, async (folder) => ({
			folder,
			names: await list(folder.listPath)
		}));
		for (const { folder, names } of found) {
			const secrets = names.filter((name) => !name.endsWith("/"));
			wants.push(...secrets.map((name) => want(entry, folder, name)));
		}
		level = entry.folder === "deep" ? found.flatMap(({ folder, names }) => subfolders(folder, names)) : [];
		if (wants.length + listed + level.length > 1001) throw tooMany(entry);
	}
	return wants;
}
function want(entry, { apiPath, repeatable, own }, name) {
	return {
		entry,
		apiPath: `${apiPath}/${escapeName(name)}`,
		repeatable,
		own: `${own}${name}_`
	};
}
function subfolders({ listPath, apiPath, repeatable, own }, names) {
	return names.filter((name) => name.endsWith("/")).map((name) => name.slice(0, -1)).map((name) => ({
		listPath: `${listPath}/${escapeName(name)}`,
		apiPath: `${apiPath}/${escapeName(name)}`,
		repeatable,
		own: `${own}${name}_`
	}));
}
/** A name from a list is no text with escapes: its percent signs stand for themselves. */
function escapeName(name) {
	return (0,paths/* escapePath */.ft)(name.replaceAll("%", "%25"));
}
function tooMany({ origin, path }) {
	const problem = `the folder ${path} holds more than ${MOST_LISTED} secrets and folders: name a smaller one`;
	return new vault_errors/* UsageError */.eb([{
		name: origin,
		problem
	}]);
}


;// CONCATENATED MODULE: ./build/main/src/secrets/encodings.js

// src/secrets/encodings.ts
/** Why this exists: a value that is stored as base64 or hex is published as what it encodes, or as a clear refusal. */
/** The decoded value. Line breaks and blanks in it are ignored, as encoders wrap lines; anything else is an error. */
function encodings_decode(value, encoding) {
	const text = value.reveal().replace(/\s+/g, "");
	if (!VALID[encoding].test(text) || !wholeGroups(text, encoding)) return {
		kind: "wrong",
		problem: `is not ${encoding}`
	};
	const bytes = Buffer.from(text, encoding);
	try {
		return {
			kind: "text",
			value: new secret/* Secret */.z(UTF8.decode(bytes))
		};
	} catch {
		return {
			kind: "bytes",
			base64: new secret/* Secret */.z(bytes.toString("base64"))
		};
	}
}
const UTF8 = new TextDecoder("utf-8", {
	fatal: true,
	ignoreBOM: true
});
/** Both alphabets of base64, with and without padding (RFC 4648). */
const VALID = {
	base64: /^[A-Za-z0-9+/_-]*={0,2}$/,
	hex: /^[0-9A-Fa-f]*$/
};
function wholeGroups(text, encoding) {
	if (encoding === "hex") return text.length % 2 === 0;
	return text.replace(/=+$/, "").length % 4 !== 1 && (!text.includes("=") || text.length % 4 === 0);
}


// EXTERNAL MODULE: ./build/main/packages/lossless-json/lib/esm/LosslessNumber.js
var LosslessNumber = __webpack_require__(777);
;// CONCATENATED MODULE: ./build/main/src/secrets/expression.js



// src/secrets/expression.ts
/** Why this exists: JSONata (https://docs.jsonata.org), loaded only when an entry needs it. */
/** Milliseconds, and calls within calls: an expression that runs away ends with an error. */
const LIMITS = {
	timeout: 5e3,
	stack: 500
};
/** The value of an expression over the fields of a secret. Numbers that JavaScript cannot hold exactly are texts there. */
async function evaluate(text, fields) {
	const { default: jsonata } = await __webpack_require__.e(/* import() */ 132).then(__webpack_require__.t.bind(__webpack_require__, 132, 19));
	try {
		const result = await jsonata(text, LIMITS).evaluate(plain(fields));
		if (result === void 0 || isFunction(result)) return { kind: "nothing" };
		return {
			kind: "value",
			value: new secret/* Secret */.z((0,vault_json/* jsonText */.s$)(result))
		};
	} catch (error) {
		return {
			kind: "wrong",
			...fault(error)
		};
	}
}
/** Its code (https://docs.jsonata.org/embedding-extending#error-codes) and place are all that is safe to tell. */
function fault(error) {
	const { code, position } = Object.assign({
		code: "unknown",
		position: void 0
	}, error);
	return {
		problem: `JSONata error ${code} at character ${position ?? "?"}`,
		syntax: String(code).startsWith("S")
	};
}
/** JSONata's own functions, and those that an expression makes. */
function isFunction(result) {
	if (typeof result === "function") return true;
	return typeof result === "object" && result !== null && ("_jsonata_function" in result || "_jsonata_lambda" in result);
}
function plain(value) {
	if (value instanceof LosslessNumber/* LosslessNumber */._) return exact(value.value);
	if (Array.isArray(value)) return value.map(plain);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}
function exact(digits) {
	return String(Number(digits)) === digits ? Number(digits) : digits;
}


;// CONCATENATED MODULE: ./build/main/src/secrets/select.js




// src/secrets/select.ts
/** Why this exists: of what was read, the values that an entry asks for. */
/** The values that a selector means. A field of exactly the selector's spelling comes before any other reading of it. */
async function select_select(selector, read) {
	if (selector.kind === "all") return found([...read.fields]);
	if (selector.kind === "glob") return matching(selector, read);
	const flat = read.fields.get(selector.text);
	if (flat) return found([[selector.text, flat]]);
	if (selector.kind === "field") return missing(selector.text, read);
	const nested = selector.kind === "nested" ? follow(selector.steps, read) : void 0;
	if (nested) return found([[selector.text, nested]]);
	return mayBeExpression(selector, read) ? computed(selector, read) : missing(selector.text, read);
}
function found(selected) {
	return {
		kind: "found",
		selected
	};
}
function matching({ text, pattern }, read) {
	const fields = [...read.fields].filter(([name]) => pattern.test(name));
	return fields.length > 0 ? found(fields) : missing(text, read);
}
/** The value at the end of the steps. A value on the way may be JSON in a string. */
function follow(steps, read) {
	const value = steps.reduce((inside, step) => stepInto(inside, step), read.reveal());
	return value === void 0 ? void 0 : new secret/* Secret */.z((0,vault_json/* jsonText */.s$)(value));
}
function stepInto(value, step) {
	const inside = typeof value === "string" ? (0,vault_json/* parseJson */.qF)(value) : value;
	if (typeof step === "number") return Array.isArray(inside) ? inside[step] : void 0;
	const object = (0,vault_json/* jsonObject */.o$)(inside);
	return object && Object.hasOwn(object, step) ? object[step] : void 0;
}
const IDENTIFIER = (0,letters/* overLetters */.e)(String.raw`^[\p{L}_][\p{L}\p{N}_]*$`);
/** JSONata maps over arrays where plain steps find nothing. It is not loaded for a first step that is not there. */
function mayBeExpression(selector, read) {
	if (selector.kind === "expression") return true;
	if (selector.kind !== "nested" || !read.fields.has(String(selector.steps[0]))) return false;
	return selector.steps.every((step) => typeof step === "number" || IDENTIFIER(step).test(step));
}
async function computed(selector, read) {
	const { text } = selector;
	const result = await evaluate(text, read.reveal());
	if (result.kind === "value") return found([[text, result.value]]);
	const uncertain = selector.kind !== "expression" || !selector.certain;
	if (result.kind === "nothing" || result.syntax && uncertain) return missing(text, read);
	return {
		kind: "wrong",
		problem: `the expression ${text} fails: ${result.problem}`
	};
}
const MOST_NAMED = 20;
function missing(text, read) {
	const names = [...read.fields.keys()];
	const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : "";
	const fields = `its fields are ${names.slice(0, MOST_NAMED).join(", ")}${more}`;
	return {
		kind: "missing",
		what: `has no field "${text}"; ${names.length > 0 ? fields : "it has no fields"}`
	};
}


;// CONCATENATED MODULE: ./build/main/src/job/values.js





// src/job/values.ts
/** The values of all entries. Throws a `UsageError` with everything that is missing or cannot be decoded. */
async function valuesOf(answered, config, ci) {
	const wanted = answered.flatMap((one) => one.read.wants.map((want) => ({
		...one,
		want
	})));
	const outcomes = (await Promise.all(wanted.map((one) => outcomesOf(one, config, ci)))).flat();
	const problems = outcomes.flatMap((outcome) => "problem" in outcome ? [outcome] : []);
	if (problems.length > 0) throw new vault_errors/* UsageError */.eb(problems);
	return outcomes.flatMap((outcome) => "values" in outcome ? outcome.values : []);
}
async function outcomesOf({ want, read, secret }, { secretEncodingType }, ci) {
	const { entry } = want;
	if (!secret) return [absent({
		want,
		what: "does not exist",
		forgiven: true
	}, ci)];
	const selection = await select_select(entry.selector, secret);
	if (selection.kind === "wrong") return [values_problem(entry, selection.problem)];
	if (selection.kind === "missing") return [absent({
		want,
		what: selection.what,
		forgiven: entry.modifiers.optional
	}, ci)];
	const encoding = entry.modifiers.decode ?? secretEncodingType;
	return selection.selected.map((one) => decoded(one, {
		want,
		read,
		encoding
	}));
}
/** A default, nothing, or a problem, as the entry says. */
function absent({ want, what, forgiven }, ci) {
	const { entry } = want;
	const { fallback } = entry.modifiers;
	if (fallback !== void 0) {
		const value = new secret/* Secret */.z(fallback);
		const field = "text" in entry.selector ? entry.selector.text : "";
		return { values: [{
			entry,
			want,
			own: want.own,
			field,
			value,
			binary: false,
			source: `default ${fallback}`
		}] };
	}
	if (!forgiven) return values_problem(entry, `${nameOf(want)} ${what}`);
	ci.info(`Skipped: ${(0,grammar/* placeOf */.$t)(entry)}: ${nameOf(want)} ${what}.`);
	return { values: [] };
}
function nameOf({ entry, own, apiPath }) {
	return own === "" ? entry.path : apiPath;
}
function decoded([field, value], { want, read, encoding }) {
	const { entry, own } = want;
	const origin = {
		entry,
		want,
		own,
		field,
		source: JSON.stringify([
			read.apiPath,
			field,
			encoding ?? ""
		])
	};
	if (!encoding) return { values: [{
		...origin,
		value,
		binary: false
	}] };
	const plain = encodings_decode(value, encoding);
	if (plain.kind === "wrong") return values_problem(entry, `${entry.path} ${field} ${plain.problem}`);
	if (plain.kind === "text") return { values: [{
		...origin,
		value: plain.value,
		binary: false
	}] };
	if (entry.modifiers.file) return { values: [{
		...origin,
		value: plain.base64,
		binary: true
	}] };
	return values_problem(entry, `${entry.path} ${field} is not text once decoded: say file after its name`);
}
function values_problem(entry, text) {
	return {
		name: entry.origin,
		problem: `line ${entry.line}: ${text}`
	};
}


;// CONCATENATED MODULE: ./build/main/src/job/warnings.js
// src/job/warnings.ts
/** Seconds between login and read at most: a lease that would last until then or longer ends with the token. */
const ABOUT = 30;
/** Every request and the revocation use up one use; with the last one, the leases die too. */
function warnOfUses({ login }, needed, ci) {
	const uses = login?.uses ?? 0;
	if (uses === 0 || uses >= needed) return;
	ci.warn(`The token has ${uses} uses, but this job needs ${needed}: set token_num_uses of the role to 0.`);
}
/** Leased credentials die with the token: when its TTL ends, with its last use, or, for batch tokens, only then. */
function warnOfLeases({ login }, answered, ci) {
	const leases = answered.filter(({ secret }) => secret?.leased);
	if (leases.length === 0 || !login) return;
	const paths = leases.map(({ read }) => read.apiPath).join(", ");
	if (login.type === "batch") ci.warn(`Nothing can revoke the credentials of ${paths} before their TTL ends: the token is a batch token. ${SERVICE}`);
	if (login.uses > 0) ci.warn(`The credentials of ${paths} die with the last use of the token. Set token_num_uses of the role to 0.`);
	if (leases.some(({ secret }) => (secret?.leaseDuration ?? 0) + ABOUT > login.ttl) && login.ttl > 0) ci.warn(`The credentials of ${paths} live ${login.ttl} s at most, because the token does: raise token_ttl for longer jobs.`);
}
const SERVICE = "Use a role with token_type=service.";


;// CONCATENATED MODULE: ./build/main/src/job/fetch.js









// src/job/fetch.ts
/** Opens the connections that the reads will want while the login is still under way. */
function warmUp(connection, { entries, certificates }) {
	connection.warm(Math.min(distinctPaths(entries).length + certificates.length, 32));
}
/** What the entries ask for. Throws all failures together, as one error or as an `AggregateError`. */
async function fetchSecrets(session, config, ci) {
	const access = {
		...session,
		namespace: config.namespace
	};
	const folders = lister(access);
	const wants = await wantsOf({
		access,
		list: folders.list
	}, config, ci);
	const plan = planReads(wants);
	const requests = folders.count() + plan.length + config.certificates.length;
	warnOfUses(session, requests + (config.revoke === "never" ? 0 : 1), ci);
	const answered = await inParallel(plan, (read) => answer(access, read, config));
	warnOfLeases(session, answered, ci);
	const values = await valuesOf(answered, config, ci);
	const issued = await issueAll(access, config, values);
	return {
		values: [...values, ...issued],
		answered,
		leased: answered.some(({ secret }) => secret?.leased)
	};
}
/** Every secret that an entry means: one, or all of a folder. */
async function wantsOf({ access, list }, { entries, ignoreNotFound }, ci) {
	const wanted = entries.map(({ path, folder }) => ({
		path,
		folder: folder !== void 0
	}));
	const locations = await locate(access, wanted);
	return (await inParallel(entries, async (entry) => {
		const location = locations.get(entry.path);
		if (!location) return [];
		if (!entry.folder) return [{
			entry,
			own: "",
			...location
		}];
		return expandFolder(list, entry, location).catch((error) => {
			if (!(0,vault_errors/* isNotFound */.c4)(error) || !(entry.modifiers.optional || ignoreNotFound)) throw error;
			ci.info(`Skipped: the folder ${entry.path} is empty.`);
			return [];
		});
	})).flat();
}
/** A path with nothing at it fails the job, unless every entry that wants it can do without. */
async function answer(access, read, { ignoreNotFound }) {
	try {
		return {
			read,
			secret: await readSecret(access, read.apiPath, read)
		};
	} catch (error) {
		const dispensable = ignoreNotFound || read.wants.every(({ entry, own }) => own !== "" || canMiss(entry));
		if ((0,vault_errors/* isNotFound */.c4)(error) && dispensable) return { read };
		throw error;
	}
}
function canMiss({ modifiers }) {
	return modifiers.optional || modifiers.fallback !== void 0;
}


// EXTERNAL MODULE: ./build/main/packages/zod/v4/core/core.js
var core = __webpack_require__(842);
;// CONCATENATED MODULE: ./build/main/src/vault/schema.js



// src/vault/schema.ts
/** Why this exists: the one shape that decoded answers share and zod has no word for. */
/** A JSON number as the parser gives it, digits kept, as a JavaScript number. */
const number = (0,schemas/* transform */.pd)((value, context) => {
	const known = (0,vault_json/* jsonNumber */.qj)(value);
	if (known !== void 0) return known;
	context.issues.push({
		code: "custom",
		message: "is no number",
		input: value
	});
	return core/* NEVER */.tm;
});


;// CONCATENATED MODULE: ./build/main/src/vault/approle.js





// src/vault/approle.ts
/** Why this exists: the AppRole login (developer.hashicorp.com/vault/api-docs/auth/approle#login-with-approle). */
const AUTH = (0,schemas/* object */.Ik)({
	client_token: (0,schemas/* string */.Yj)(),
	token_type: (0,schemas/* optional */.lq)((0,schemas/* string */.Yj)()),
	policies: (0,schemas/* nullish */.cl)((0,schemas/* array */.YO)((0,schemas/* string */.Yj)())),
	metadata: (0,schemas/* nullish */.cl)((0,schemas/* object */.Ik)({ role_name: (0,schemas/* optional */.lq)((0,schemas/* unknown */.L5)()) })),
	lease_duration: number,
	num_uses: (0,schemas/* optional */.lq)(number),
	mfa_requirement: (0,schemas/* optional */.lq)((0,schemas/* unknown */.L5)())
});
/**
* Logs in. `keep` is called with the login synchronously when the answer has arrived, so that nothing can come between
* the token's existence and the clean-up's knowledge of it (rule R13). Throws `VaultError`, `UnreachableError`.
*/
async function logIn(connection, { mount, namespace, roleId, secretId }, keep) {
	const path = `auth/${mount}/login`;
	let status = 200;
	const result = await connection.send({
		operation: "login",
		method: "POST",
		path,
		namespace,
		once: true,
		body: {
			role_id: roleId,
			...secretId && { secret_id: secretId }
		},
		decode: (answer) => {
			status = answer.status;
			const login = approle_decode(answer);
			if (typeof login === "object") keep(login);
			return login;
		}
	});
	if (typeof result === "object") return result;
	const why = hint(result === "mfa" ? "mfa-required" : "no-token-in-answer");
	throw new vault_errors/* VaultError */.hb({
		operation: "login",
		method: "POST",
		path,
		status,
		errors: [],
		hint: why
	});
}
/** A wrapped answer (X-Vault-Wrap-TTL) has no `auth`; a role under login MFA has one with an empty token. */
function approle_decode({ auth }) {
	const parsed = AUTH.safeParse(auth);
	if (!parsed.success) return "nothing";
	const { client_token: token, ...rest } = parsed.data;
	if (token === "") return rest.mfa_requirement ? "mfa" : "nothing";
	const roleName = rest.metadata?.role_name;
	return {
		token: new secret/* Secret */.z(token),
		type: rest.token_type === "batch" ? "batch" : "service",
		roleName: typeof roleName === "string" ? roleName : void 0,
		policies: rest.policies ?? [],
		ttl: rest.lease_duration,
		uses: rest.num_uses ?? 0
	};
}


// EXTERNAL MODULE: ./build/main/src/vault/handle.js
var handle = __webpack_require__(390);
// EXTERNAL MODULE: ./build/main/packages/zod/v4/core/api.js + 1 modules
var api = __webpack_require__(438);
;// CONCATENATED MODULE: ./build/main/src/vault/wrapping.js






// src/vault/wrapping.ts
/**
* Why this exists: a SecretID that comes response-wrapped is opened once, and only when it is what it claims to be
* (developer.hashicorp.com/vault/docs/concepts/response-wrapping#response-wrapping-token-validation).
*/
/** Schemas that most jobs do without are made when they are needed. */
const lookupSchema = () => (0,schemas/* object */.Ik)({
	creation_path: (0,schemas/* string */.Yj)(),
	creation_time: (0,schemas/* optional */.lq)((0,schemas/* string */.Yj)()),
	creation_ttl: (0,schemas/* optional */.lq)(number)
});
const contentSchema = () => (0,schemas/* object */.Ik)({ secret_id: (0,schemas/* string */.Yj)().check((0,api/* _minLength */.m9)(1)) });
/**
* The SecretID inside. Looks the wrapping token up first (that spends nothing), compares the whole creation path, then
* unwraps. Throws `WrappingError` for anything that may be tampering (rule R17), and never tries another credential.
*/
async function unwrapSecretId(connection, wrapped) {
	await checkWrapping(connection, wrapped);
	return unwrap(connection, wrapped);
}
/** Looks a wrapping token up, which spends nothing. Throws `WrappingError` when it is not what it has to be. */
async function checkWrapping(connection, wrapped) {
	const wrapping = await lookUp(connection, wrapped);
	if (isExpected(wrapping.creationPath, wrapped)) return wrapping;
	const wanted = `auth/${wrapped.mount}/role/${wrapped.roleName ?? "<role>"}/secret-id`;
	throw new vault_errors/* WrappingError */.fJ(`it was made by ${wrapping.creationPath}, not by ${wanted}.`, hint("wrapping-creation-path"));
}
/** Unauthenticated: the token goes into the body, so that a broken one cannot fail as a request's token. */
async function lookUp(connection, { wrappingToken, namespace }) {
	try {
		return await connection.send({
			operation: "wrapping lookup",
			method: "POST",
			path: "sys/wrapping/lookup",
			namespace,
			body: { token: wrappingToken },
			decode: ({ data }) => {
				const found = lookupSchema().safeParse(data).data;
				if (!found) return void 0;
				const { creation_path: creationPath, creation_time: createdAt = "", creation_ttl: ttl = 0 } = found;
				return {
					creationPath,
					createdAt,
					ttl
				};
			}
		});
	} catch (error) {
		throw alarm(error, "the server does not know the wrapping token (any more).");
	}
}
/** In the header only: in header and body it would be spent twice and its content destroyed. */
async function unwrap(connection, { wrappingToken, namespace }) {
	const secretId = await connection.send({
		operation: "unwrap",
		method: "POST",
		path: "sys/wrapping/unwrap",
		namespace,
		token: wrappingToken,
		once: true,
		decode: ({ data }) => {
			const inside = contentSchema().safeParse(data);
			return inside.success ? new secret/* Secret */.z(inside.data.secret_id) : "other";
		}
	}).catch((error) => {
		throw alarm(error, "it was used between our look-up and our unwrap.");
	});
	if (secretId === "other") throw new vault_errors/* WrappingError */.fJ("there is no SecretID in it.", hint("wrapping-content"));
	return secretId;
}
/** AppRole folds role names to lower case while the path keeps the caller's spelling. */
function isExpected(creationPath, { mount, roleName }) {
	const prefix = `auth/${mount}/role/`;
	if (!creationPath.startsWith(prefix)) return false;
	const [role, endpoint, ...rest] = creationPath.slice(prefix.length).split("/");
	return rest.length === 0 && (endpoint === "secret-id" || endpoint === "custom-secret-id") && Boolean(role) && (roleName === void 0 || role?.toLowerCase() === roleName.toLowerCase());
}
/** Used, expired, revoked, unknown or never a wrapping token: the server answers 400 (403 for some malformed ones). */
function alarm(error, what) {
	if (!(error instanceof vault_errors/* VaultError */.hb)) return error;
	const { status, errors, hint: known } = error.refusal;
	return status === 400 || status === 403 && known === void 0 ? new vault_errors/* WrappingError */.fJ(what, hint("wrapping-token-invalid"), errors) : error;
}


;// CONCATENATED MODULE: ./build/main/src/job/revocation.js

// src/job/revocation.ts
/** Why this exists: what became of a token at the end, in one sentence (rule R14). */
/** A connection says of each exchange what may be said (rule R23). */
function tracedBy(debug) {
	return { observe: ({ method, path, result, ms }) => debug(`${method} /v1/${path}: ${result} in ${ms} ms`) };
}
/** `now` in milliseconds since the epoch. */
function describe(revocation, handle, now) {
	const redact = (text) => text.replaceAll(handle.token.reveal(), "***");
	const left = lifetime(handle, now);
	switch (revocation.kind) {
		case "revoked": return {
			level: "info",
			text: "The token is revoked, with every lease it held."
		};
		case "batch": return {
			level: "info",
			text: `The token is a batch token, which nothing can revoke: it ${left}.`
		};
		case "refused": return revocation_refused(handle, left);
		case "failed": return {
			level: "warn",
			text: `The token could not be revoked: it ${left}.\n${(0,vault_errors/* formatError */.Wk)(revocation.error, redact)}`
		};
	}
}
/** OpenBao and Vault answer 403 for a token that is gone, for one that may not revoke itself, and for one of other addresses. */
function revocation_refused({ uses, defaultPolicy }, left) {
	if (defaultPolicy) return {
		level: "info",
		text: `The token is gone already: ${uses > 0 ? "its uses are used up, or it has expired" : "revoked before, or expired"}${left === EXPIRED ? "" : ` (unless token_bound_cidrs of its role leave this address out: then it ${left})`}.`
	};
	return {
		level: "warn",
		text: `The server refused to revoke the token (403): it ${left}${uses > 0 ? ", unless its uses are used up" : ""}. Its role is without the default policy; allow "update" on auth/token/revoke-self in one of its policies (docs/troubleshooting.md#revoke-refused).`
	};
}
const EXPIRED = "has expired";
function lifetime({ expiresAt }, now) {
	if (expiresAt === void 0) return "never expires by itself";
	const seconds = Math.ceil((expiresAt - now) / 1e3);
	return seconds > 0 ? `lives for another ${seconds} s at most` : EXPIRED;
}


;// CONCATENATED MODULE: ./build/main/src/job/login.js







// src/job/login.ts
/** A session for the identity. The token is masked, then kept for clean-up, before anything can await (R1, R12, R13). */
async function logInAs(config, connection, ci) {
	const { identity, authNamespace: namespace, server } = config;
	if (identity.method === "token") return {
		connection,
		token: identity.token
	};
	const secretId = await openSecretId(identity, namespace, connection, ci);
	const born = {};
	const credentials = {
		mount: identity.mount,
		namespace,
		roleId: identity.roleId,
		secretId
	};
	const login = await logIn(connection, credentials, (fresh) => {
		ci.mask(masksOf(fresh.token).masks);
		born.handle = (0,handle/* tokenHandle */._q)(fresh, server, namespace);
		try {
			if (config.revoke !== "never") ci.keep(born.handle);
		} catch (error) {
			born.unkept = error;
		}
	});
	if (born.handle && born.unkept) await abandon(born.handle, born.unkept, connection);
	announce(login, config, ci);
	expectRole(identity, login);
	return {
		connection,
		token: login.token,
		login,
		...born.handle && { handle: born.handle }
	};
}
/** Its token is the clean-up's, as after any other failure. */
function expectRole({ roleName: wanted }, { roleName = "?" }) {
	if (!wanted || wanted.toLowerCase() === roleName.toLowerCase()) return;
	const problem = `these credentials are those of the role "${roleName}", not of "${wanted}": correct roleName, or give the credentials of that role`;
	throw new vault_errors/* UsageError */.eb([{
		name: "roleName",
		problem
	}]);
}
/** A token that clean-up cannot know of must not live on. */
async function abandon(handle, error, connection) {
	const { text } = describe(await revoke(connection, handle), handle, Date.now());
	const problem = `cannot be written (${(0,vault_errors/* errorCode */.CA)(error)}), so clean-up would not know of the token. ${text}`;
	throw new vault_errors/* UsageError */.eb([{
		name: "state",
		problem
	}]);
}
async function openSecretId(identity, namespace, connection, ci) {
	const { secretId } = identity;
	if (secretId.kind === "none") return void 0;
	if (secretId.kind === "plain") return secretId.secretId;
	const opened = await unwrapSecretId(connection, expectedIn(identity, secretId.wrappingToken, namespace));
	ci.mask(masksOf(opened).masks);
	return opened;
}
/** A wrapping token, and what it must hold. */
function expectedIn({ mount, roleName }, wrappingToken, namespace) {
	return {
		wrappingToken,
		roleName,
		mount: decodeURIComponent(mount),
		namespace
	};
}
function announce({ roleName = "?", ttl, uses, type }, { revoke }, ci) {
	const lifetime = ttl > 0 ? `${ttl} s` : "without end";
	ci.info(`Logged in as role ${roleName}; the token lives ${lifetime}${uses > 0 ? ` and has ${uses} uses` : ""}.`);
	if (type === "batch") ci.warn("The token is a batch token, which cannot be revoked: it lives until its TTL ends.");
	if (revoke === "never") ci.warn(`The token is not revoked (revoke: never): it lives ${lifetime}.`);
}


// EXTERNAL MODULE: ./build/main/src/job/report.js
var job_report = __webpack_require__(739);
;// CONCATENATED MODULE: ./build/main/src/job/job.js









// src/job/job.ts
/** Runs a job: log in, keep the token for clean-up, read everything, mask everything, publish everything. */
async function runJob(config, ci) {
	const connection = prepare(config, ci);
	try {
		warmUp(connection, config);
		const session = await logInAs(config, connection, ci);
		const fetched = await fetchSecrets(session, config, ci);
		const { named, warnings } = nameValues(fetched.values, config);
		warnings.forEach((warning) => ci.warn(warning));
		ci.cancelled?.throwIfAborted();
		const masks = maskValues(secretOnes(named), ci);
		ci.publish([...named, ...tokenPublication(session, config)]);
		const report = (0,job_report/* reportOf */.E)(session, fetched, named, masks);
		ci.info(`Published ${(0,job_report/* countsOf */.m)(report)}.`);
		if (config.summary) ci.summarize(report);
		if (config.revoke === "main") await revokeNow(session, fetched, config, ci);
	} finally {
		connection.close();
	}
}
/** What comes before any request: warnings are told, credentials hidden. The connection is the caller's to close. */
function prepare(config, ci) {
	config.warnings.forEach((warning) => ci.warn(warning));
	maskCredentials(config, ci);
	return connect(config.server, {
		...tracedBy(ci.debug),
		cancelled: ci.cancelled
	});
}
/** What the user hands in is hidden before anything else happens (rule R1). */
function maskCredentials({ identity, server }, ci) {
	const secretId = identity.method === "approle" ? identity.secretId : void 0;
	[
		identity.method === "token" ? identity.token : void 0,
		secretId?.kind === "plain" ? secretId.secretId : void 0,
		secretId?.kind === "wrapped" ? secretId.wrappingToken : void 0,
		server.tls.key,
		...Object.values(server.extraHeaders),
		...server.addresses.map(({ proxy }) => proxy && (0,vault_proxy/* proxyPassword */.m)(proxy))
	].forEach((secret) => secret && ci.mask(masksOf(secret).masks));
}
/** Hides all values; tells which could not be hidden, or not well. Returns the number of masks. */
function maskValues(named, ci) {
	const masked = named.map((one) => ({
		one,
		...masksOf(one.value)
	}));
	const masks = new Set(masked.flatMap((each) => each.masks));
	ci.mask([...masks]);
	const weak = namesOf(masked.filter(({ protection }) => protection === "weak"));
	const bare = namesOf(masked.filter(({ protection, one }) => protection === "none" && one.value.reveal() !== ""));
	if (bare) ci.warn(`Not masked, because too short or too common a text: ${bare}.`);
	if (weak) ci.info(`Masked although short, so the log may show *** in unexpected places: ${weak}.`);
	return masks.size;
}
function namesOf(masked) {
	return masked.map(({ one }) => one.label).join(", ");
}
/** At the end of main, where nothing that lives on depends on the token. What fails here is left to post. */
async function revokeNow(session, { leased }, config, ci) {
	const { handle, connection } = session;
	if (!handle) return;
	if (leased || config.exportToken || config.outputToken) {
		ci.info("The token is revoked in post: it was handed out, or leased credentials die with it.");
		return;
	}
	if ((await revoke(connection, handle)).kind !== "revoked") return;
	ci.keep(void 0);
	ci.info("The token is revoked.");
}



/***/ })

};
;