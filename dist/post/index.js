/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 611:
/***/ ((module) => {

module.exports = require("http");

/***/ }),

/***/ 692:
/***/ ((module) => {

module.exports = require("https");

/***/ }),

/***/ 708:
/***/ ((module) => {

module.exports = require("node:https");

/***/ }),

/***/ 16:
/***/ ((module) => {

module.exports = require("url");

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};

;// CONCATENATED MODULE: ./build/post/src/vault/errors.js
// src/vault/errors.ts
/** The workflow is wrong; nothing was sent. All problems are reported together. */
var UsageError = class extends Error {
	name = "UsageError";
	problems;
	constructor(problems) {
		super(problems.map(({ name, problem }) => `${name}: ${problem}`).join("\n"));
		this.problems = problems;
	}
};
/** The server answered, and the answer is no. */
var VaultError = class extends Error {
	name = "VaultError";
	refusal;
	constructor(refusal) {
		super(`${sentence(refusal.operation)}: ${refusal.method} ${refusal.path} answered ${refusal.status}`);
		this.refusal = refusal;
	}
};
/** No usable answer: nothing listens, TLS failed, time ran out, or what answered is not Vault. */
var UnreachableError = class extends Error {
	name = "UnreachableError";
	silence;
	constructor(silence) {
		super(`${sentence(silence.operation)}: ${silence.host}: ${silence.what}`);
		this.silence = silence;
	}
};
/** The wrapping token was opened, made elsewhere or has expired: a security event until somebody looked (rule R17). */
var WrappingError = class extends Error {
	name = "WrappingError";
	hint;
	said;
	constructor(what, hint, said = []) {
		super(`SECURITY: the wrapped SecretID cannot be trusted: ${what}`);
		this.hint = hint;
		this.said = said;
	}
};
/** Node's code of a failed system call: `ENOENT`, `EACCES` and the like. */
function errorCode(error) {
	return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}
/**
* The whole text of a failure: what failed, what the server said, what to do. `redact` is applied to the server's words
* before they are cut, because half of a secret would not be recognised. The text is still to be escaped.
*/
function formatError(error, redact) {
	if (error instanceof UsageError) return error.message;
	if (error instanceof VaultError) return lines(error.message, error.refusal.errors.map(redact), error.refusal.hint);
	if (error instanceof UnreachableError) return lines(error.message, [], error.silence.hint);
	if (error instanceof WrappingError) return lines(error.message, error.said.map(redact), error.hint);
	return `Unexpected error, please report it: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`;
}
const MOST_SERVER_TEXT = 1e3;
function lines(what, said, hint) {
	const server = said.map((text) => text.trim().replace(/\s+/g, " ")).join("; ");
	return [
		what,
		server && `The server said: ${server.slice(0, MOST_SERVER_TEXT)}`,
		hint && `Hint: ${hint.text} (docs/troubleshooting.md#${hint.anchor})`
	].filter(Boolean).join("\n");
}
function sentence(operation) {
	return `${operation.charAt(0).toUpperCase()}${operation.slice(1)} failed`;
}


;// CONCATENATED MODULE: ./build/post/src/vault/token.js

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
		if (error instanceof VaultError && error.refusal.status === 403) return { kind: "refused" };
		if (error instanceof VaultError || error instanceof UnreachableError) return {
			kind: "failed",
			error
		};
		throw error;
	}
}


;// CONCATENATED MODULE: ./build/post/packages/@actions/http-client/lib/proxy.js
// node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
	const usingSsl = reqUrl.protocol === "https:";
	if (checkBypass(reqUrl)) return;
	const proxyVar = (() => {
		if (usingSsl) return process.env["https_proxy"] || process.env["HTTPS_PROXY"];
		else return process.env["http_proxy"] || process.env["HTTP_PROXY"];
	})();
	if (proxyVar) try {
		return new DecodedURL(proxyVar);
	} catch (_a) {
		if (!proxyVar.startsWith("http://") && !proxyVar.startsWith("https://")) return new DecodedURL(`http://${proxyVar}`);
	}
	else return;
}
function checkBypass(reqUrl) {
	if (!reqUrl.hostname) return false;
	const reqHost = reqUrl.hostname;
	if (isLoopbackAddress(reqHost)) return true;
	const noProxy = process.env["no_proxy"] || process.env["NO_PROXY"] || "";
	if (!noProxy) return false;
	let reqPort;
	if (reqUrl.port) reqPort = Number(reqUrl.port);
	else if (reqUrl.protocol === "http:") reqPort = 80;
	else if (reqUrl.protocol === "https:") reqPort = 443;
	const upperReqHosts = [reqUrl.hostname.toUpperCase()];
	if (typeof reqPort === "number") upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
	for (const upperNoProxyItem of noProxy.split(",").map((x) => x.trim().toUpperCase()).filter((x) => x)) if (upperNoProxyItem === "*" || upperReqHosts.some((x) => x === upperNoProxyItem || x.endsWith(`.${upperNoProxyItem}`) || upperNoProxyItem.startsWith(".") && x.endsWith(`${upperNoProxyItem}`))) return true;
	return false;
}
function isLoopbackAddress(host) {
	const hostLower = host.toLowerCase();
	return hostLower === "localhost" || hostLower.startsWith("127.") || hostLower.startsWith("[::1]") || hostLower.startsWith("[0:0:0:0:0:0:0:1]");
}
var DecodedURL = class extends URL {
	constructor(url, base) {
		super(url, base);
		this._decodedUsername = decodeURIComponent(super.username);
		this._decodedPassword = decodeURIComponent(super.password);
	}
	get username() {
		return this._decodedUsername;
	}
	get password() {
		return this._decodedPassword;
	}
};


// EXTERNAL MODULE: external "http"
var external_http_ = __nccwpck_require__(611);
var external_http_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_http_, 2);
;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = require("node:http");
var external_node_http_namespaceObject_0 = /*#__PURE__*/__nccwpck_require__.t(external_node_http_namespaceObject, 2);
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
;// CONCATENATED MODULE: ./build/post/packages/@actions/http-client/lib/index.js





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
		const proxyUrl = getProxyUrl(parsedUrl);
		if (!(proxyUrl && proxyUrl.hostname)) return;
		return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
	}
	_prepareRequest(method, requestUrl, headers) {
		const info = {};
		info.parsedUrl = requestUrl;
		const usingSsl = info.parsedUrl.protocol === "https:";
		info.httpModule = usingSsl ? external_node_http_namespaceObject_0 : external_http_namespaceObject;
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
		const proxyUrl = getProxyUrl(parsedUrl);
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
			if (usingSsl) tunnelAgent = overHttps ? external_node_path_namespaceObject.httpsOverHttps : external_node_path_namespaceObject.httpsOverHttp;
			else tunnelAgent = overHttps ? external_node_path_namespaceObject.httpOverHttps : external_node_path_namespaceObject.httpOverHttp;
			agent = tunnelAgent(agentOptions);
			this._proxyAgent = agent;
		}
		if (!agent) {
			const options = {
				keepAlive: this._keepAlive,
				maxSockets
			};
			agent = usingSsl ? new external_node_http_namespaceObject.Agent(options) : new external_http_.Agent(options);
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
		proxyAgent = new external_node_path_namespaceObject.ProxyAgent(Object.assign({
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


;// CONCATENATED MODULE: ./build/post/packages/lossless-json/lib/esm/utils.js
// node_modules/lossless-json/lib/esm/utils.js
/**
* Test whether a string contains an integer number
*/
function isInteger(value) {
	return INTEGER_REGEX.test(value);
}
const INTEGER_REGEX = /^-?[0-9]+$/;
/**
* Test whether a string contains a number
* http://stackoverflow.com/questions/13340717/json-numbers-regular-expression
*/
function isNumber(value) {
	return NUMBER_REGEX.test(value);
}
const NUMBER_REGEX = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/**
* Test whether a string can be safely represented with a number
* without information loss.
*
* When approx is true, floating point numbers that lose a few digits but
* are still approximately equal in value are considered safe too.
* Integer numbers must still be exactly equal.
*/
function isSafeNumber(value, config) {
	if (isInteger(value)) return Number.isSafeInteger(Number.parseInt(value, 10));
	const num = Number.parseFloat(value);
	if (Number.isInteger(num) && !Number.isSafeInteger(num)) return false;
	const parsed = String(num);
	if (value === parsed) return true;
	const valueDigits = extractSignificantDigits(value);
	const parsedDigits = extractSignificantDigits(parsed);
	if (valueDigits === parsedDigits) return true;
	if (config?.approx === true) {
		const requiredDigits = 14;
		if (parsedDigits.length >= requiredDigits && valueDigits.startsWith(parsedDigits.substring(0, requiredDigits))) return true;
	}
	return false;
}
let UnsafeNumberReason = /*#__PURE__*/ function(UnsafeNumberReason) {
	UnsafeNumberReason["underflow"] = "underflow";
	UnsafeNumberReason["overflow"] = "overflow";
	UnsafeNumberReason["truncate_integer"] = "truncate_integer";
	UnsafeNumberReason["truncate_float"] = "truncate_float";
	return UnsafeNumberReason;
}({});
/**
* When the provided value is an unsafe number, describe what the reason is:
* overflow, underflow, truncate_integer, or truncate_float.
* Returns undefined when the value is safe.
*/
function getUnsafeNumberReason(value) {
	if (isSafeNumber(value, { approx: false })) return;
	if (isInteger(value)) return UnsafeNumberReason.truncate_integer;
	const num = Number.parseFloat(value);
	if (!Number.isFinite(num)) return UnsafeNumberReason.overflow;
	if (num === 0) return UnsafeNumberReason.underflow;
	return UnsafeNumberReason.truncate_float;
}
/**
* Get the significant digits of a number.
*
* For example:
*   '2.34' returns '234'
*   '-77' returns '77'
*   '0.003400' returns '34'
*   '120.5e+30' returns '1205'
**/
function extractSignificantDigits(value) {
	const { start, end } = getSignificantDigitRange(value);
	const digits = value.substring(start, end);
	const dot = digits.indexOf(".");
	if (dot === -1) return digits;
	return digits.substring(0, dot) + digits.substring(dot + 1);
}
/**
* Returns the range (start to end) of the significant digits of a value.
* Note that this range _may_ contain the decimal dot.
*
* For example:
*
*     getSignificantDigitRange('0.0325900') // { start: 3, end: 7 }
*     getSignificantDigitRange('2.0300')    // { start: 0, end: 3 }
*     getSignificantDigitRange('0.0')       // { start: 3, end: 3 }
*
*/
function getSignificantDigitRange(value) {
	let start = 0;
	if (value[0] === "-") start++;
	while (value[start] === "0" || value[start] === ".") start++;
	let end = value.lastIndexOf("e");
	if (end === -1) end = value.lastIndexOf("E");
	if (end === -1) end = value.length;
	while ((value[end - 1] === "0" || value[end - 1] === ".") && end > start) end--;
	return {
		start,
		end
	};
}


;// CONCATENATED MODULE: ./build/post/packages/lossless-json/lib/esm/LosslessNumber.js

// node_modules/lossless-json/lib/esm/LosslessNumber.js
const losslessNumberMarker = Symbol.for("lossless-json.LosslessNumber");
/**
* A lossless number. Stores its numeric value as string
*/
var LosslessNumber = class {
	value;
	/**
	* @deprecated Use the isLosslessNumber(value) function instead.
	*
	* Ordinary objects may also have an isLosslessNumber property, so this
	* field cannot reliably identify lossless numbers.
	*/
	isLosslessNumber = true;
	get [losslessNumberMarker]() {
		return true;
	}
	constructor(value) {
		if (!isNumber(value)) throw new Error(`Invalid number (value: "${value}")`);
		this.value = value;
	}
	/**
	* Get the value of the LosslessNumber as number or bigint.
	*
	* - a number is returned for safe numbers and decimal values that only lose some insignificant digits
	* - a bigint is returned for big integer numbers
	* - an Error is thrown for values that will overflow or underflow
	*
	* Note that you can implement your own strategy for conversion by just getting the value as string
	* via .toString(), and using util functions like isInteger, isSafeNumber, getUnsafeNumberReason,
	* and toSafeNumberOrThrow to convert it to a numeric value.
	*/
	valueOf() {
		const unsafeReason = getUnsafeNumberReason(this.value);
		if (unsafeReason === void 0 || unsafeReason === UnsafeNumberReason.truncate_float) return Number.parseFloat(this.value);
		if (isInteger(this.value)) return BigInt(this.value);
		throw new Error(`Cannot safely convert to number: the value '${this.value}' would ${unsafeReason} and become ${Number.parseFloat(this.value)}`);
	}
	/**
	* Get the value of the LosslessNumber as string.
	*/
	toString() {
		return this.value;
	}
};
/**
* Test whether a value is a LosslessNumber
*/
function isLosslessNumber(value) {
	return value !== null && typeof value === "object" && value[losslessNumberMarker] === true;
}


;// CONCATENATED MODULE: ./build/post/packages/lossless-json/lib/esm/numberParsers.js

// node_modules/lossless-json/lib/esm/numberParsers.js
function parseLosslessNumber(value) {
	return new LosslessNumber(value);
}


;// CONCATENATED MODULE: ./build/post/packages/lossless-json/lib/esm/revive.js

// node_modules/lossless-json/lib/esm/revive.js
/**
* Revive a json object.
* Applies the reviver function recursively on all values in the JSON object.
* @param json   A JSON Object, Array, or value
* @param reviver
*              A reviver function invoked with arguments `key` and `value`,
*              which must return a replacement value. The function context
*              (`this`) is the Object or Array that contains the currently
*              handled value.
*/
function revive(json, reviver) {
	return reviveValue({ "": json }, "", json, reviver);
}
/**
* Revive a value
*/
function reviveValue(context, key, value, reviver) {
	if (Array.isArray(value)) return reviver.call(context, key, reviveArray(value, reviver));
	if (value && typeof value === "object" && !isLosslessNumber(value)) return reviver.call(context, key, reviveObject(value, reviver));
	return reviver.call(context, key, value);
}
/**
* Revive the properties of an object
*/
function reviveObject(object, reviver) {
	for (const key of Object.keys(object)) {
		const value = reviveValue(object, key, object[key], reviver);
		if (value !== void 0) object[key] = value;
		else delete object[key];
	}
	return object;
}
/**
* Revive the properties of an Array
*/
function reviveArray(array, reviver) {
	for (let i = 0; i < array.length; i++) {
		const value = reviveValue(array, String(i), array[i], reviver);
		if (value === void 0) delete array[i];
		else array[i] = value;
	}
	return array;
}


;// CONCATENATED MODULE: ./build/post/packages/lossless-json/lib/esm/parse.js


// node_modules/lossless-json/lib/esm/parse.js
/**
* The LosslessJSON.parse() method parses a string as JSON, optionally transforming
* the value produced by parsing.
*
* The parser is based on the parser of Tan Li Hou shared in
* https://lihautan.com/json-parser-with-javascript/
*
* @param text
* The string to parse as JSON. See the JSON object for a description of JSON syntax.
*
* @param [reviver]
* If a function, prescribes how the value originally produced by parsing is
* transformed, before being returned.
*
* @param [options=ParseOptions | NumberParserArgument]
* Pass a custom number parser. Input is a string, and the output can be unknown
* numeric value: number, bigint, LosslessNumber, or a custom BigNumber library.
*
* @returns Returns the Object corresponding to the given JSON text.
*
* @throws Throws a SyntaxError exception if the string to parse is not valid JSON.
*/
function parse(text, reviver, options) {
	const optionsObj = typeof options === "function" ? { parseNumber: options } : options;
	const parseNumber = optionsObj?.parseNumber ?? parseLosslessNumber;
	const onDuplicateKey = optionsObj?.onDuplicateKey ?? throwDuplicateKey;
	let i = 0;
	const value = parseValue();
	expectValue(value);
	expectEndOfInput();
	return reviver ? revive(value, reviver) : value;
	function parseObject() {
		if (text.charCodeAt(i) === codeOpeningBrace) {
			i++;
			skipWhitespace();
			const object = {};
			let initial = true;
			while (i < text.length && text.charCodeAt(i) !== codeClosingBrace) {
				if (!initial) {
					eatComma();
					skipWhitespace();
				} else initial = false;
				const start = i;
				const key = parseString();
				if (key === void 0) {
					throwObjectKeyExpected();
					return;
				}
				skipWhitespace();
				eatColon();
				const value = parseValue();
				if (value === void 0) {
					throwObjectValueExpected();
					return;
				}
				if (Object.prototype.hasOwnProperty.call(object, key) && !isDeepEqual(value, object[key])) {
					const returnedValue = onDuplicateKey({
						key,
						position: start + 1,
						oldValue: object[key],
						newValue: value
					});
					if (returnedValue !== void 0) setObjectKey(object, key, returnedValue);
				} else setObjectKey(object, key, value);
			}
			if (text.charCodeAt(i) !== codeClosingBrace) throwObjectKeyOrEndExpected();
			i++;
			return object;
		}
	}
	function parseArray() {
		if (text.charCodeAt(i) === codeOpeningBracket) {
			i++;
			skipWhitespace();
			const array = [];
			let initial = true;
			while (i < text.length && text.charCodeAt(i) !== codeClosingBracket) {
				if (!initial) eatComma();
				else initial = false;
				const value = parseValue();
				expectArrayItem(value);
				array.push(value);
			}
			if (text.charCodeAt(i) !== codeClosingBracket) throwArrayItemOrEndExpected();
			i++;
			return array;
		}
	}
	function parseValue() {
		skipWhitespace();
		const value = parseString() ?? parseNumeric() ?? parseObject() ?? parseArray() ?? parseKeyword("true", true) ?? parseKeyword("false", false) ?? parseKeyword("null", null);
		skipWhitespace();
		return value;
	}
	function parseKeyword(name, value) {
		if (text.slice(i, i + name.length) === name) {
			i += name.length;
			return value;
		}
	}
	function skipWhitespace() {
		while (isWhitespace(text.charCodeAt(i))) i++;
	}
	function parseString() {
		if (text.charCodeAt(i) === codeDoubleQuote) {
			i++;
			let result = "";
			while (i < text.length && text.charCodeAt(i) !== codeDoubleQuote) {
				if (text.charCodeAt(i) === codeBackslash) {
					const char = text[i + 1];
					const escapeChar = escapeCharacters[char];
					if (escapeChar !== void 0) {
						result += escapeChar;
						i++;
					} else if (char === "u") {
						if (isHex(text.charCodeAt(i + 2)) && isHex(text.charCodeAt(i + 3)) && isHex(text.charCodeAt(i + 4)) && isHex(text.charCodeAt(i + 5))) {
							result += String.fromCharCode(Number.parseInt(text.slice(i + 2, i + 6), 16));
							i += 5;
						} else throwInvalidUnicodeCharacter(i);
					} else throwInvalidEscapeCharacter(i);
				} else if (isValidStringCharacter(text.charCodeAt(i))) result += text[i];
				else throwInvalidCharacter(text[i]);
				i++;
			}
			expectEndOfString();
			i++;
			return result;
		}
	}
	function parseNumeric() {
		const start = i;
		if (text.charCodeAt(i) === codeMinus) {
			i++;
			expectDigit(start);
		}
		if (text.charCodeAt(i) === codeZero) i++;
		else if (isNonZeroDigit(text.charCodeAt(i))) {
			i++;
			while (isDigit(text.charCodeAt(i))) i++;
		} else return;
		if (text.charCodeAt(i) === codeDot) {
			i++;
			expectDigit(start);
			while (isDigit(text.charCodeAt(i))) i++;
		}
		if (text.charCodeAt(i) === 101 || text.charCodeAt(i) === 69) {
			i++;
			if (text.charCodeAt(i) === codeMinus || text.charCodeAt(i) === codePlus) i++;
			expectDigit(start);
			while (isDigit(text.charCodeAt(i))) i++;
		}
		if (i > start) return parseNumber(text.slice(start, i));
	}
	function eatComma() {
		if (text.charCodeAt(i) !== codeComma) throw new SyntaxError(`Comma ',' expected after value ${gotAt()}`);
		i++;
	}
	function eatColon() {
		if (text.charCodeAt(i) !== codeColon) throw new SyntaxError(`Colon ':' expected after property name ${gotAt()}`);
		i++;
	}
	function expectValue(value) {
		if (value === void 0) throw new SyntaxError(`JSON value expected ${gotAt()}`);
	}
	function expectArrayItem(value) {
		if (value === void 0) throw new SyntaxError(`Array item expected ${gotAt()}`);
	}
	function expectEndOfInput() {
		if (i < text.length) throw new SyntaxError(`Expected end of input ${gotAt()}`);
	}
	function expectDigit(start) {
		if (!isDigit(text.charCodeAt(i))) {
			const numSoFar = text.slice(start, i);
			throw new SyntaxError(`Invalid number '${numSoFar}', expecting a digit ${gotAt()}`);
		}
	}
	function expectEndOfString() {
		if (text.charCodeAt(i) !== codeDoubleQuote) throw new SyntaxError(`End of string '"' expected ${gotAt()}`);
	}
	function throwObjectKeyExpected() {
		throw new SyntaxError(`Quoted object key expected ${gotAt()}`);
	}
	function throwDuplicateKey({ key, position }) {
		throw new SyntaxError(`Duplicate key '${key}' encountered at position ${position}`);
	}
	function throwObjectKeyOrEndExpected() {
		throw new SyntaxError(`Quoted object key or end of object '}' expected ${gotAt()}`);
	}
	function throwArrayItemOrEndExpected() {
		throw new SyntaxError(`Array item or end of array ']' expected ${gotAt()}`);
	}
	function throwInvalidCharacter(char) {
		throw new SyntaxError(`Invalid character '${char}' ${pos()}`);
	}
	function throwInvalidEscapeCharacter(start) {
		const chars = text.slice(start, start + 2);
		throw new SyntaxError(`Invalid escape character '${chars}' ${pos()}`);
	}
	function throwObjectValueExpected() {
		throw new SyntaxError(`Object value expected after ':' ${pos()}`);
	}
	function throwInvalidUnicodeCharacter(start) {
		const chars = text.slice(start, start + 6);
		throw new SyntaxError(`Invalid unicode character '${chars}' ${pos()}`);
	}
	function pos() {
		return `at position ${i}`;
	}
	function got() {
		return i < text.length ? `but got '${text[i]}'` : "but reached end of input";
	}
	function gotAt() {
		return `${got()} ${pos()}`;
	}
}
function setObjectKey(object, key, value) {
	if (key === "__proto__") Object.defineProperty(object, key, {
		value,
		writable: true,
		enumerable: true,
		configurable: true
	});
	else object[key] = value;
}
function isWhitespace(code) {
	return code === codeSpace || code === codeNewline || code === codeTab || code === codeReturn;
}
function isHex(code) {
	return code >= codeZero && code <= codeNine || code >= 65 && code <= 70 || code >= 97 && code <= 102;
}
function isDigit(code) {
	return code >= codeZero && code <= codeNine;
}
function isNonZeroDigit(code) {
	return code >= codeOne && code <= codeNine;
}
function isValidStringCharacter(code) {
	return code >= 32 && code <= 1114111;
}
function isDeepEqual(a, b) {
	if (a === b) return true;
	if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => isDeepEqual(item, b[index]));
	if (isObject(a) && isObject(b)) return [.../* @__PURE__ */ new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => isDeepEqual(a[key], b[key]));
	return false;
}
function isObject(value) {
	return typeof value === "object" && value !== null;
}
const escapeCharacters = {
	"\"": "\"",
	"\\": "\\",
	"/": "/",
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	"
};
const codeBackslash = 92;
const codeOpeningBrace = 123;
const codeClosingBrace = 125;
const codeOpeningBracket = 91;
const codeClosingBracket = 93;
const codeSpace = 32;
const codeNewline = 10;
const codeTab = 9;
const codeReturn = 13;
const codeDoubleQuote = 34;
const codePlus = 43;
const codeMinus = 45;
const codeZero = 48;
const codeOne = 49;
const codeNine = 57;
const codeComma = 44;
const codeDot = 46;
const codeColon = 58;


;// CONCATENATED MODULE: ./build/post/packages/lossless-json/lib/esm/stringify.js


// node_modules/lossless-json/lib/esm/stringify.js
/**
* The LosslessJSON.stringify() method converts a JavaScript value to a JSON string,
* optionally replacing values if a replacer function is specified, or
* optionally including only the specified properties if a replacer array is specified.
*
* @param value
* The value to convert to a JSON string.
*
* @param [replacer]
* A function that alters the behavior of the stringification process,
* or an array of String and Number objects that serve as a whitelist for
* selecting the properties of the value object to be included in the JSON string.
* If this value is null or not provided, all properties of the object are
* included in the resulting JSON string.
*
* @param [space]
* A String or Number object that's used to insert white space into the output
* JSON string for readability purposes. If this is a Number, it indicates the
* number of space characters to use as white space; this number is capped at 10
* if it's larger than that. Values less than 1 indicate that no space should be
* used. If this is a String, the string (or the first 10 characters of the string,
* if it's longer than that) is used as white space. If this parameter is not
* provided (or is null), no white space is used.
*
* @param [numberStringifiers]
* An optional list with additional number stringifiers, for example to serialize
* a BigNumber. The output of the function must be valid stringified JSON.
* When `undefined` is returned, the property will be deleted from the object.
* The difference with using a `replacer` is that the output of a `replacer`
* must be JSON and will be stringified afterwards, whereas the output of the
* `numberStringifiers` is already stringified JSON.
*
* @returns Returns the string representation of the JSON object.
*/
function stringify(value, replacer, space, numberStringifiers) {
	const resolvedSpace = resolveSpace(space);
	return stringifyValue(typeof replacer === "function" ? replacer.call({ "": value }, "", value) : value, "");
	/**
	* Stringify a value
	*/
	function stringifyValue(value, indent) {
		if (Array.isArray(numberStringifiers)) {
			const stringifier = numberStringifiers.find((item) => item.test(value));
			if (stringifier) {
				const str = stringifier.stringify(value);
				if (typeof str !== "string" || !isNumber(str)) throw new Error(`Invalid JSON number: output of a number stringifier must be a string containing a JSON number (output: ${str})`);
				return str;
			}
		}
		if (typeof value === "boolean" || typeof value === "number" || typeof value === "string" || value === null || value instanceof Date || value instanceof Boolean || value instanceof Number || value instanceof String) return JSON.stringify(value);
		if (isLosslessNumber(value)) return value.toString();
		if (typeof value === "bigint") return value.toString();
		if (Array.isArray(value)) return stringifyArray(value, indent);
		if (value && typeof value === "object") return stringifyObject(value, indent);
	}
	/**
	* Stringify an array
	*/
	function stringifyArray(array, indent) {
		if (array.length === 0) return "[]";
		const childIndent = resolvedSpace ? indent + resolvedSpace : void 0;
		let str = resolvedSpace ? "[\n" : "[";
		for (let i = 0; i < array.length; i++) {
			const item = typeof replacer === "function" ? replacer.call(array, String(i), array[i]) : array[i];
			if (resolvedSpace) str += childIndent;
			if (typeof item !== "undefined" && typeof item !== "function") {
				const serialized = stringifyValue(item, childIndent);
				str += serialized === void 0 ? "null" : serialized;
			} else str += "null";
			if (i < array.length - 1) str += resolvedSpace ? ",\n" : ",";
		}
		str += resolvedSpace ? `\n${indent}]` : "]";
		return str;
	}
	/**
	* Stringify an object
	*/
	function stringifyObject(object, indent) {
		if (typeof object.toJSON === "function") return stringifyValue(object.toJSON(), indent);
		const keys = Array.isArray(replacer) ? [...new Set(replacer.map(String))] : Object.keys(object);
		if (keys.length === 0) return "{}";
		const childIndent = resolvedSpace ? indent + resolvedSpace : void 0;
		let first = true;
		let str = resolvedSpace ? "{\n" : "{";
		for (const key of keys) {
			const value = typeof replacer === "function" ? replacer.call(object, key, object[key]) : object[key];
			if (includeProperty(key, value)) {
				const serialized = stringifyValue(value, childIndent);
				if (serialized === void 0) continue;
				if (first) first = false;
				else str += resolvedSpace ? ",\n" : ",";
				const keyStr = JSON.stringify(key);
				str += resolvedSpace ? `${childIndent + keyStr}: ` : `${keyStr}:`;
				str += serialized;
			}
		}
		str += resolvedSpace ? `\n${indent}}` : "}";
		return str;
	}
	/**
	* Test whether to include a property in a stringified object or not.
	*/
	function includeProperty(_key, value) {
		return typeof value !== "undefined" && typeof value !== "function" && typeof value !== "symbol";
	}
}
/**
* The number of spaces or characters a space is capped to, like JSON.stringify does
*/
const MAX_SPACE_LENGTH = 10;
/**
* Resolve a JSON stringify space:
* replace a number with a string containing that number of spaces
*/
function resolveSpace(space) {
	if (typeof space === "number") {
		const count = Math.min(Math.trunc(space), MAX_SPACE_LENGTH);
		return count >= 1 ? " ".repeat(count) : void 0;
	}
	if (typeof space === "string" && space !== "") return space.slice(0, MAX_SPACE_LENGTH);
}


;// CONCATENATED MODULE: ./build/post/src/vault/json.js



// src/vault/json.ts
/** Why this exists: JSON whose numbers keep their digits, and whose errors never quote the text (rule R5). */
/** The two ways to keep digits: Node.js 20 does not tell a reviver how a number was written. */
const READERS = {
	native: (text) => JSON.parse(text, keepDigits),
	lossless: (text) => parse(text)
};
function keepDigits(_, value, context) {
	return typeof value === "number" ? new LosslessNumber(context?.source ?? "") : value;
}
/** The native one takes a tenth of the time. */
function fastest() {
	try {
		return READERS.native("0") && READERS.native;
	} catch {
		return READERS.lossless;
	}
}
/**
* Parses JSON; numbers become `LosslessNumber`. Returns undefined for text that is not JSON: the parser's own
* message quotes its input.
*/
function parseJson(text, read = READER) {
	try {
		return read(text);
	} catch {
		return;
	}
}
const READER = fastest();
/** A JSON value as text: strings as they are, everything else as compact JSON with the digits the server sent. */
function jsonText(value) {
	return typeof value === "string" ? value : stringify(value) ?? "null";
}
/** The number of a JSON number, undefined for anything else. */
function jsonNumber(value) {
	return value instanceof LosslessNumber ? Number(value.value) : void 0;
}
/** The own properties of a JSON object, undefined for anything else. */
function jsonObject(value) {
	return json_isObject(value) ? value : void 0;
}
function json_isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof LosslessNumber);
}


;// CONCATENATED MODULE: ./build/post/src/vault/answer.js

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
	const json = jsonObject(parseJson(body));
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
		leaseDuration: jsonNumber(json.lease_duration) ?? 0,
		whole: json
	};
}
function strings(value) {
	return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}


;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = require("node:events");
;// CONCATENATED MODULE: ./build/post/src/vault/cancellation.js

// src/vault/cancellation.ts
/** Why this exists: a job that is cancelled begins nothing new, and waits only for what would live on unknown to it. */
/** For a job, of which any number of requests may wait: Node.js 20 would warn of more than ten listeners. */
function cancellation() {
	const controller = new AbortController();
	(0,external_node_events_namespaceObject.setMaxListeners)(0, controller.signal);
	return controller;
}
/**
* What the work gives. Throws the signal's reason once it is aborted, at once if `isHarmless` to be left alone; else
* the work is waited for.
*/
async function unlessCancelled(work, signal, isHarmless = () => true) {
	if (!signal) return work;
	let leave = () => void 0;
	const left = new Promise((_, reject) => {
		leave = () => isHarmless() && reject(signal.reason);
	});
	signal.addEventListener("abort", leave);
	return Promise.race([work, left]).finally(() => signal.removeEventListener("abort", leave));
}


;// CONCATENATED MODULE: ./build/post/src/vault/hints.js
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


;// CONCATENATED MODULE: ./build/post/src/vault/retry.js
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


;// CONCATENATED MODULE: ./build/post/src/vault/diagnosis.js


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


;// CONCATENATED MODULE: ./build/post/src/vault/outage.js
// src/vault/outage.ts
/** What an error of a connection means. Error texts of Node are not used, except for certificate names. */
function outageOf(error, { timedOut, connecting }) {
	const code = codeOf(error, {
		timedOut,
		connecting
	});
	return {
		code,
		what: code.startsWith("ERR_TLS_CERT_ALTNAME") ? messageOf(error) : WORDS.get(code) ?? words(code),
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
const WORDS = new Map(Object.entries({
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


;// CONCATENATED MODULE: ./build/post/src/secret.js
// src/secret.ts
/** Why this exists: a string that reaches a log, an error or a JSON text only when somebody writes `reveal()`. */
const HIDDEN = "***";
/** A credential or a value read from Vault. Printing, concatenating or serialising it gives `***` (rule R5). */
var Secret = class {
	#text;
	constructor(text) {
		this.#text = text;
	}
	/** The text itself. The files that may call this are listed in `test/unit/layout.test.ts`. */
	reveal() {
		return this.#text;
	}
	toString() {
		return HIDDEN;
	}
	toJSON() {
		return HIDDEN;
	}
	[Symbol.for("nodejs.util.inspect.custom")]() {
		return HIDDEN;
	}
};


;// CONCATENATED MODULE: ./build/post/src/vault/request.js


// src/vault/request.ts
/** Why this exists: what is asked of a server, and the headers and body that carry it. */
/** The body, secrets revealed; empty for a request without one. */
function bodyText(body) {
	if (!body) return "";
	const fields = Object.entries(body).map(([name, value]) => [name, revealed(value)]);
	return jsonText(Object.fromEntries(fields));
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
	return value instanceof Secret ? value.reveal() : value;
}


;// CONCATENATED MODULE: ./build/post/src/vault/attempt.js








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
	const received = await unlessCancelled(answer, target.cancelled, isHarmless).catch((reason) => {
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
	return isJson(headers["content-type"]) && body !== "" && parseJson(body) === void 0;
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
		error: new VaultError({
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
		error: new UnreachableError({
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


;// CONCATENATED MODULE: ./build/post/src/vault/health.js
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


;// CONCATENATED MODULE: ./build/post/src/vault/ask.js




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
	return outcome.error instanceof VaultError ? `${outcome.error.refusal.status}` : outcome.error.silence.code;
}


;// CONCATENATED MODULE: ./build/post/src/vault/tls.js
// src/vault/tls.ts
/** Options for every connection. Explicit, so that NODE_TLS_REJECT_UNAUTHORIZED has no say (rule R10). */
function tlsOptions(tls) {
	return {
		minVersion: "TLSv1.2",
		rejectUnauthorized: !tls.skipVerify,
		...tls.ca && { ca: tls.ca },
		...tls.cert && { cert: tls.cert },
		...tls.key && { key: tls.key.reveal() },
		...tls.serverName && { servername: tls.serverName }
	};
}


;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = require("node:net");
;// CONCATENATED MODULE: ./build/post/src/vault/connections.js



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
	const servername = (0,external_node_net_namespaceObject.isIP)(host) ? "" : host;
	return {
		keepAlive: true,
		timeout: server.timeoutMs,
		...secure && {
			servername,
			...tlsOptions(server.tls)
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
		const { HttpProxyAgent, HttpsProxyAgent } = await __nccwpck_require__.e(/* import() */ 611).then(__nccwpck_require__.bind(__nccwpck_require__, 992));
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
	if (!secure) return new external_node_http_namespaceObject.Agent(options);
	const { Agent: Agent$1 } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 708, 19));
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


;// CONCATENATED MODULE: ./build/post/src/vault/nodes.js

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


;// CONCATENATED MODULE: ./build/post/src/vault/transport.js




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
			if (wait > 0) await unlessCancelled(pause(wait), cancelled);
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


;// CONCATENATED MODULE: ./build/post/src/job/revocation.js



// src/job/revocation.ts
/** Why this exists: what became of a token at the end, in one sentence (rule R14). */
/** Milliseconds; GitHub allows five minutes after a cancellation for everything. */
const LONGEST_CLEANUP_MS = 3e4;
/** Revokes a token that was kept, over a connection of its own, in at most `longestMs`; tells what became of it. */
async function endToken(handle, longestMs, debug) {
	const timeoutMs = Math.min(handle.server.timeoutMs, longestMs / 4);
	const connection = connect({
		...handle.server,
		timeoutMs
	}, debug && tracedBy(debug));
	try {
		return describe(await revoke(connection, handle), handle, Date.now());
	} finally {
		connection.close();
	}
}
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
			text: `The token could not be revoked: it ${left}.\n${formatError(revocation.error, redact)}`
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


;// CONCATENATED MODULE: ./build/post/packages/@actions/core/lib/utils.js
// node_modules/@actions/core/lib/utils.js
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}


;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = require("os");
;// CONCATENATED MODULE: ./build/post/packages/@actions/core/lib/command.js


// node_modules/@actions/core/lib/command.js
/**
* Issues a command to the GitHub Actions runner
*
* @param command - The command name to issue
* @param properties - Additional properties for the command (key-value pairs)
* @param message - The message to include with the command
* @remarks
* This function outputs a specially formatted string to stdout that the Actions
* runner interprets as a command. These commands can control workflow behavior,
* set outputs, create annotations, mask values, and more.
*
* Command Format:
*   ::name key=value,key=value::message
*
* @example
* ```typescript
* // Issue a warning annotation
* issueCommand('warning', {}, 'This is a warning message');
* // Output: ::warning::This is a warning message
*
* // Set an environment variable
* issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
* // Output: ::set-env name=MY_VAR::some value
*
* // Add a secret mask
* issueCommand('add-mask', {}, 'secretValue123');
* // Output: ::add-mask::secretValue123
* ```
*
* @internal
* This is an internal utility function that powers the public API functions
* such as setSecret, warning, error, and exportVariable.
*/
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}


;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
;// CONCATENATED MODULE: ./build/post/src/github/random.js

// src/github/random.ts
/** Why this exists: what `@actions/core` takes from node:crypto, without loading that: a twentieth of a short job's CPU time. */
/**
* Text that nobody can guess, for the delimiters of command files: 128 bits from where node:crypto has its own, the
* kernel; from Web Crypto where the kernel has no file for them (Windows). The build puts it in the place of `crypto`.
*/
function randomUUID() {
	try {
		return fromKernel("/dev/urandom");
	} catch {
		return crypto.randomUUID();
	}
}
const BYTES = 16;
function fromKernel(path) {
	const bytes = Buffer.alloc(BYTES);
	const file = (0,external_node_fs_namespaceObject.openSync)(path, "r");
	try {
		if ((0,external_node_fs_namespaceObject.readSync)(file, bytes) !== BYTES) throw new Error("too few bytes");
	} finally {
		(0,external_node_fs_namespaceObject.closeSync)(file);
	}
	return bytes.toString("hex");
}


;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = require("fs");
;// CONCATENATED MODULE: ./build/post/packages/@actions/core/lib/file-command.js




// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!external_fs_namespaceObject.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	external_fs_namespaceObject.appendFileSync(filePath, `${toCommandValue(message)}${external_os_namespaceObject.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}


;// CONCATENATED MODULE: ./build/post/packages/@actions/core/lib/core.js




/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
/**
* Sets env variable for this action and future actions in the job
* @param name the name of the variable to set
* @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
*/
function exportVariable(name, val) {
	const convertedVal = toCommandValue(val);
	process.env[name] = convertedVal;
	if (process.env["GITHUB_ENV"] || "") return issueFileCommand("ENV", prepareKeyValueMessage(name, val));
	issueCommand("set-env", { name }, convertedVal);
}
/**
* Registers a secret which will get masked from logs
*
* @param secret - Value of the secret to be masked
* @remarks
* This function instructs the Actions runner to mask the specified value in any
* logs produced during the workflow run. Once registered, the secret value will
* be replaced with asterisks (***) whenever it appears in console output, logs,
* or error messages.
*
* This is useful for protecting sensitive information such as:
* - API keys
* - Access tokens
* - Authentication credentials
* - URL parameters containing signatures (SAS tokens)
*
* Note that masking only affects future logs; any previous appearances of the
* secret in logs before calling this function will remain unmasked.
*
* @example
* ```typescript
* // Register an API token as a secret
* const apiToken = "abc123xyz456";
* setSecret(apiToken);
*
* // Now any logs containing this value will show *** instead
* console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
* ```
*/
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
/**
* Gets the value of an input.
* Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
* Returns an empty string if the value is not defined.
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   string
*/
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
/**
* Sets the value of an output.
*
* @param     name     name of the output to set
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(external_os_namespaceObject.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
/**
* Gets whether Actions Step Debug is on or not
*/
function isDebug() {
	return process.env["RUNNER_DEBUG"] === "1";
}
/**
* Writes debug message to user log
* @param message debug message
*/
function debug(message) {
	issueCommand("debug", {}, message);
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a warning issue
* @param message warning issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
* Saves state for current action, the state can only be retrieved by this action's post job execution.
*
* @param     name     name of the state to store
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function saveState(name, value) {
	if (process.env["GITHUB_STATE"] || "") return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
	issueCommand("save-state", { name }, toCommandValue(value));
}
/**
* Gets the value of an state set by this action's main execution.
*
* @param     name     name of the state to get
* @returns   string
*/
function getState(name) {
	return process.env[`STATE_${name}`] || "";
}


;// CONCATENATED MODULE: ./build/post/src/platform/files.js



// src/platform/files.ts
/** Why this exists: values that go into files, which only this user can read and which clean-up removes (rule R18). */
const PREFIX = "vault-approle-";
/**
* Writes the files, each 0600, into a new folder (0700) in the place. `keep` is told of the folder before anything
* is in it. Throws a `UsageError` where there is no safe place or no room; what is there already is left to clean-up.
*/
function placeFiles(publications, place, keep) {
	if (!publications.some(({ file }) => file)) return publications.map(plain);
	const parent = safePlace(place);
	try {
		const folder = (0,external_node_fs_namespaceObject.mkdtempSync)((0,external_node_path_namespaceObject.join)(parent, PREFIX));
		keep(folder);
		const done = /* @__PURE__ */ new Set();
		return publications.map((one) => one.file === void 0 ? plain(one) : written(one, (0,external_node_path_namespaceObject.join)(folder, one.file), done));
	} catch (error) {
		if (error instanceof UsageError) throw error;
		throw unsafe(`files cannot be written below ${place.name} (${errorCode(error)}): nothing was published`);
	}
}
function plain({ output, env, value }) {
	return {
		output,
		env,
		text: value.reveal()
	};
}
/** `wx`: never into something that is there already, nor through a link. One value may have two names for its file. */
function written({ output, env, value, binary }, path, done) {
	const bytes = Buffer.from(value.reveal(), binary ? "base64" : "utf8");
	if (!done.has(path)) (0,external_node_fs_namespaceObject.writeFileSync)(path, bytes, {
		flag: "wx",
		mode: 384
	});
	done.add(path);
	return {
		output,
		env,
		text: path
	};
}
/** Outside the workspace, whose files end up in artifacts and caches (rule R19). */
function safePlace({ name, folder, workspace }) {
	if (!folder) throw unsafe(`${name} is not set: there is no place for files outside the workspace`);
	if (workspace && liesIn(folder, workspace)) throw unsafe(`${name} lies in the workspace, whose files end up in artifacts and caches`);
	return folder;
}
/** Whether a path is the folder or something in it, by their names. */
function liesIn(path, folder) {
	return !/^\.\.(?:[\\/]|$)|^[A-Za-z]:|^[\\/]/.test((0,external_node_path_namespaceObject.relative)(folder, path));
}
function unsafe(problem) {
	return new UsageError([{
		name: "secrets",
		problem
	}]);
}
/** Removes what `placeFiles` made; nothing else, and nothing where there is nothing. */
function removeFolder(folder) {
	if ((0,external_node_path_namespaceObject.basename)(folder).startsWith(PREFIX)) (0,external_node_fs_namespaceObject.rmSync)(folder, {
		recursive: true,
		force: true
	});
}


;// CONCATENATED MODULE: ./build/post/src/platform/messages.js

// src/platform/messages.ts
/** Why this exists: what went wrong, in texts that a platform can print one by one. */
/** One text for each thing that is wrong, each once. The texts are still to be redacted and made inert. */
function messagesOf(error, redacted) {
	if (error instanceof AggregateError) return [...new Set(error.errors.flatMap((one) => messagesOf(one, redacted)))];
	if (error instanceof UsageError) return error.problems.map(({ name, problem }) => `${name}: ${problem}`);
	return [formatError(error, redacted)];
}


;// CONCATENATED MODULE: ./build/post/src/printable.js
// src/printable.ts
/** Why this exists: text that others wrote is printed without secrets in it and without being a command (R5, R6). */
const printable_HIDDEN = "***";
/** The text with every one of `secrets` replaced. */
function redact(text, secrets) {
	return [...secrets].filter((secret) => text.includes(secret)).sort((a, b) => b.length - a.length).reduce((redacted, secret) => redacted.replaceAll(secret, printable_HIDDEN), text);
}
/**
* The text without control characters except newlines, and with nothing that a runner takes for a command: `::` at the
* start of a line, `##[` anywhere.
*/
function inert(text) {
	return text.replace(/\r\n?/g, "\n").replace(/\u001b\[[0-9;?]*[ -/]*[@-~]|[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/g, " ").replace(/##\[/g, "## [").replace(/^(\s*):(?=:)/gm, "$1: ");
}


;// CONCATENATED MODULE: ./build/post/src/vault/handle.js

// src/vault/handle.ts
/** Why this exists: what clean-up needs to know of a token, and how that is kept between two processes. */
/** The handle as one opaque text: base64, so that a runner in debug mode prints a single line that one mask covers. */
function packHandle({ token, server, ...rest }) {
	const { addresses, tls, extraHeaders } = server;
	const headers = Object.entries(extraHeaders).map(([name, value]) => [name, value.reveal()]);
	const kept = {
		...rest,
		token: token.reveal(),
		server: {
			...server,
			addresses: addresses.map(({ base, proxy }) => ({
				base,
				proxy: proxy?.reveal()
			})),
			tls: {
				...tls,
				key: tls.key?.reveal()
			},
			extraHeaders: Object.fromEntries(headers)
		}
	};
	return new Secret(Buffer.from(JSON.stringify(kept)).toString("base64"));
}
/** The reverse of `packHandle`; undefined for a text that it did not make. */
function unpackHandle(packed) {
	const kept = handle_parse(packed);
	const [first, ...others] = (kept?.server.addresses ?? []).map(address);
	if (!kept || !first) return void 0;
	const { tls, extraHeaders } = kept.server;
	const headers = Object.entries(extraHeaders).map(([name, value]) => [name, new Secret(value)]);
	return {
		...kept,
		token: new Secret(kept.token),
		server: {
			...kept.server,
			addresses: [first, ...others],
			tls: {
				...tls,
				key: tls.key === void 0 ? void 0 : new Secret(tls.key)
			},
			extraHeaders: Object.fromEntries(headers)
		}
	};
}
function address({ base, proxy }) {
	return {
		base,
		proxy: proxy === void 0 ? void 0 : new Secret(proxy)
	};
}
/** Our own writing, read back in another process: the runner's state file has no other author. */
function handle_parse(packed) {
	try {
		const kept = JSON.parse(Buffer.from(packed, "base64").toString("utf8"));
		return typeof kept === "object" && kept !== null && "token" in kept && "server" in kept && kept.server ? kept : void 0;
	} catch {
		return;
	}
}


;// CONCATENATED MODULE: ./build/post/src/github/command-files.js


// src/github/command-files.ts
/** Why this exists: the runner's command files get all of what a step hands on, or nothing of it (law 3). */
/**
* Makes all appends. Where one fails, a full disk for example, every file is cut back to what it was, because the runner
* takes over what is in the files of a failed step, too. Throws a `UsageError` then.
*/
function appendAll(appends, env) {
	const before = appends.map(({ name }) => ({
		path: env[name] ?? "",
		size: sizeOf(env[name] ?? "")
	}));
	for (const { name, write } of appends) try {
		write();
	} catch (error) {
		const restored = before.map(cutBack).every(Boolean);
		throw new UsageError([{
			name,
			problem: unwritten(errorCode(error), restored)
		}]);
	}
}
function sizeOf(path) {
	return (0,external_node_fs_namespaceObject.statSync)(path, { throwIfNoEntry: false })?.size ?? 0;
}
function cutBack({ path, size }) {
	try {
		if (sizeOf(path) !== size) (0,external_node_fs_namespaceObject.truncateSync)(path, size);
		return true;
	} catch {
		return false;
	}
}
function unwritten(code, restored) {
	return `cannot be written (${code}), so ${restored ? "nothing was published" : "some values may have been published already"}. Make room on this runner, or repair its work folder.`;
}


;// CONCATENATED MODULE: ./build/post/src/job/report.js
// src/job/report.ts
/** `4 values from 2 secrets, 16 masks`. */
function countsOf({ rows, secrets, masks }) {
	return `${count(rows.length, "value")} from ${count(secrets, "secret")}, ${count(masks, "mask")}`;
}
function count(number, thing) {
	return `${number} ${thing}${number === 1 ? "" : "s"}`;
}


;// CONCATENATED MODULE: ./build/post/src/github/markdown.js

// src/github/markdown.ts
const MOST_ROWS = 500;
/** Names, paths, versions and counts. GitHub drops summaries over 1 MiB, so long tables are cut. */
function summaryText(report) {
	const { role, ttl, rows } = report;
	const login = role ? `Role \`${code(role)}\`${ttl ? `, token TTL ${ttl} s` : ""}. ` : "";
	const table = rows.length > 0 ? [
		"",
		"| Environment | Output | Path | Field | Version |",
		"|---|---|---|---|---|"
	] : [];
	const cut = rows.length > MOST_ROWS ? [`| \u2026 | ${rows.length - MOST_ROWS} more | | | |`] : [];
	return [
		"### Vault secrets",
		"",
		`${login}${countsOf(report)}.`,
		...table,
		...rows.slice(0, MOST_ROWS).map(line),
		...cut,
		""
	].join("\n");
}
function line({ env, output, file, path, field, version, lease }) {
	const kind = lease === void 0 ? version ?? "" : `lease ${lease} s`;
	const age = file === void 0 ? kind : `${kind} file`.trim();
	return `| ${cell(env)} | ${cell(output)} | ${cell(path)} | ${cell(field)} | ${age} |`;
}
function cell(text) {
	return text === void 0 ? "" : `\`${code(text)}\``;
}
/** Nothing in a path or a field's name may end the code span or the cell. */
function code(text) {
	return text.replace(/[`|\r\n]/g, " ");
}


;// CONCATENATED MODULE: ./build/post/src/github/ci.js









// src/github/ci.ts
/** Why this exists: the GitHub runner as the job's port. The only file that imports `@actions/core`. */
const STATE = "cleanup";
const FOLDER = "folder";
function runner() {
	const hidden = /* @__PURE__ */ new Set();
	const controller = cancellation();
	const token = {
		kept: false,
		done: void 0
	};
	const printable = (text) => inert(redact(text, hidden));
	return {
		input: (name) => getInput(name),
		mask: (texts) => {
			process.stdout.cork();
			for (const text of texts) {
				if (!hidden.has(text)) setSecret(text);
				hidden.add(text);
			}
			process.stdout.uncork();
		},
		hide: (texts) => texts.forEach((text) => hidden.add(text)),
		keep: (handle) => {
			ci_saveState(handle);
			token.kept = true;
			token.done?.();
		},
		cancelled: controller.signal,
		cancel: (reason, done) => {
			token.done = done;
			controller.abort(reason);
			if (token.kept) done();
		},
		kept: () => unpackHandle(getState(STATE)),
		removeFiles: () => removeFolder(getState(FOLDER)),
		publish,
		summarize: (report) => {
			if (!process.env.GITHUB_STEP_SUMMARY) return;
			try {
				(0,external_node_fs_namespaceObject.appendFileSync)(process.env.GITHUB_STEP_SUMMARY, printable(summaryText(report)));
			} catch {
				warning("The job summary could not be written.");
			}
		},
		debug: (text) => isDebug() && debug(printable(text)),
		info: (text) => info(printable(text)),
		warn: (text) => warning(printable(text)),
		fail: (error) => fail(messagesOf(error, (text) => redact(text, hidden)).map(printable))
	};
}
/** The state is masked before it is written: a runner in debug mode prints it. */
function ci_saveState(handle) {
	const packed = handle ? packHandle(handle).reveal() : "";
	if (packed !== "") setSecret(packed);
	saveState(STATE, packed);
}
/** All files are written before the first name is published, and all names or none: a full disk leaves nothing half done. */
function publish(publications) {
	const keepFolder = (made) => {
		appendAll([{
			name: "GITHUB_STATE",
			write: () => saveState(FOLDER, made)
		}], process.env);
	};
	const { RUNNER_TEMP: folder, GITHUB_WORKSPACE: workspace } = process.env;
	const published = placeFiles(publications, {
		name: "RUNNER_TEMP",
		folder,
		workspace
	}, keepFolder);
	const outputs = published.filter(({ output }) => output);
	const variables = published.filter(({ env }) => env);
	appendAll([{
		name: "GITHUB_OUTPUT",
		write: () => outputs.forEach(({ output = "", text }) => setOutput(output, text))
	}, {
		name: "GITHUB_ENV",
		write: () => variables.forEach(({ env = "", text }) => exportVariable(env, text))
	}], process.env);
}
/** One annotation for each message; a runner shows at most ten of a step. */
function fail(messages) {
	messages.forEach((message) => error(message));
	if (!process.env.GITHUB_OUTPUT) return;
	const write = () => setOutput("errorMessage", messages.join("\n"));
	try {
		appendAll([{
			name: "GITHUB_OUTPUT",
			write
		}], process.env);
	} catch {}
}
/**
* Ends the process once its messages are out: not every pipe takes them at once, and among them are the masks of what is
* published. What is still under way, a look-up of a name for example, is not waited for. A signal that came before the
* last answer is told in the next turn of the event loop, and still counts.
*/
function leave() {
	process.stdout.write("", () => setImmediate(setImmediate, () => process.exit()));
}
/** The same, however slowly somebody reads: where nothing was published. */
function leaveSoon() {
	setTimeout(() => process.exit(), LONGEST_UNREAD_MS).unref();
	leave();
}
/** Milliseconds for messages that nobody reads. */
const LONGEST_UNREAD_MS = 2e3;


;// CONCATENATED MODULE: ./build/post/src/github/post.js


// src/github/post.ts
/** Why this exists: the step's end. Takes everything from the kept state, revokes, and never fails the job (rule R14). */
const ci = runner();
function removeFiles() {
	try {
		ci.removeFiles();
	} catch {
		ci.warn("The files with secrets could not be removed from RUNNER_TEMP: remove them on this runner.");
	}
}
async function post() {
	removeFiles();
	const handle = ci.kept();
	if (!handle) {
		ci.info("There is no token to revoke.");
		return;
	}
	ci.hide([handle.token.reveal()]);
	const { level, text } = await endToken(handle, LONGEST_CLEANUP_MS);
	ci[level](text);
}
/** A token that stays alive is no reason to fail a job whose work is done; it is one to warn. */
function giveUp(error) {
	ci.warn(`The token may still be alive: ${error instanceof Error ? error.message : "unexpected error"}`);
	leaveSoon();
}
setTimeout(() => giveUp(/* @__PURE__ */ new Error("the revocation took too long")), LONGEST_CLEANUP_MS).unref();
process.on("uncaughtException", giveUp);
post().then(leaveSoon, giveUp);


module.exports = __webpack_exports__;
/******/ })()
;