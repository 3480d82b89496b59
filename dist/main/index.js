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

/***/ 67:
/***/ ((module) => {

module.exports = require("node:http");

/***/ }),

/***/ 708:
/***/ ((module) => {

module.exports = require("node:https");

/***/ }),

/***/ 30:
/***/ ((module) => {

module.exports = require("node:net");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 16:
/***/ ((module) => {

module.exports = require("url");

/***/ }),

/***/ 597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ checkBypass),
/* harmony export */   s: () => (/* binding */ getProxyUrl)
/* harmony export */ });
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



/***/ }),

/***/ 777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ LosslessNumber),
/* harmony export */   s: () => (/* binding */ isLosslessNumber)
/* harmony export */ });
/* harmony import */ var _utils_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(13);

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
		if (!(0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .isNumber */ .Et)(value)) throw new Error(`Invalid number (value: "${value}")`);
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
		const unsafeReason = (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .getUnsafeNumberReason */ .ag)(this.value);
		if (unsafeReason === void 0 || unsafeReason === _utils_js__WEBPACK_IMPORTED_MODULE_0__/* .UnsafeNumberReason */ .UK.truncate_float) return Number.parseFloat(this.value);
		if ((0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .isInteger */ .Fq)(this.value)) return BigInt(this.value);
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



/***/ }),

/***/ 13:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ isNumber),
/* harmony export */   Fq: () => (/* binding */ isInteger),
/* harmony export */   UK: () => (/* binding */ UnsafeNumberReason),
/* harmony export */   ag: () => (/* binding */ getUnsafeNumberReason)
/* harmony export */ });
/* unused harmony exports extractSignificantDigits, isSafeNumber */
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



/***/ }),

/***/ 438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m9: () => (/* binding */ _minLength),
  Rl: () => (/* binding */ _string),
  em: () => (/* binding */ _unknown)
});

// EXTERNAL MODULE: ./build/main/packages/zod/v4/core/core.js
var core = __nccwpck_require__(842);
// EXTERNAL MODULE: ./build/main/packages/zod/v4/core/util.js
var util = __nccwpck_require__(101);
;// CONCATENATED MODULE: ./build/main/packages/zod/v4/core/checks.js


// node_modules/zod/v4/core/checks.js
const $ZodCheck = /*@__PURE__*/ (0,core/* $constructor */.xI)("$ZodCheck", (inst, def) => {
	var _a;
	inst._zod ?? (inst._zod = {});
	inst._zod.def = def;
	(_a = inst._zod).onattach ?? (_a.onattach = []);
});
/** Default `when` for length-based checks: run only on non-nullish values with a `length`. */
const _whenHasLength = (payload) => {
	const val = payload.value;
	return !(0,util/* nullish */.cl)(val) && val.length !== void 0;
};
const $ZodCheckMinLength = /*@__PURE__*/ (0,core/* $constructor */.xI)("$ZodCheckMinLength", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		if ((typeof input === "string" && units >= def.minimum && units < def.minimum * 2 ? (0,util/* codePointLength */.O7)(input) : units) >= def.minimum) return;
		const origin = (0,util/* getLengthableOrigin */.Rc)(input);
		payload.issues.push({
			origin,
			code: "too_small",
			minimum: def.minimum,
			inclusive: true,
			input,
			inst,
			continue: !def.abort
		});
	};
});


;// CONCATENATED MODULE: ./build/main/packages/zod/v4/core/api.js


// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
	if (def.checks) def.checks = [...def.checks];
	return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class, params) {
	return new Class(snapshotChecks({
		type: "string",
		...(0,util/* normalizeParams */.A2)(params)
	}));
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class) {
	return new Class({ type: "unknown" });
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
	return new $ZodCheckMinLength({
		check: "min_length",
		...(0,util/* normalizeParams */.A2)(params),
		minimum
	});
}



/***/ }),

/***/ 842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ config),
/* harmony export */   GT: () => (/* binding */ $ZodAsyncError),
/* harmony export */   cV: () => (/* binding */ $ZodEncodeError),
/* harmony export */   cr: () => (/* binding */ globalConfig),
/* harmony export */   tm: () => (/* binding */ NEVER),
/* harmony export */   xI: () => (/* binding */ $constructor)
/* harmony export */ });
/* harmony import */ var _util_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(101);

// node_modules/zod/v4/core/core.js
var _a;
/** A special constant with type `never` */
const NEVER = /*@__PURE__*/ Object.freeze({ status: "aborted" });
const _zodDesc = {
	value: void 0,
	enumerable: false
};
let _E = "captureStackTrace" in Error ? Error : null;
function newError(Definition) {
	const E = _E;
	if (E) {
		const saved = E.stackTraceLimit;
		if (typeof saved === "number") {
			try {
				E.stackTraceLimit = 0;
			} catch {
				_E = null;
				return new Definition();
			}
			try {
				return new Definition();
			} finally {
				E.stackTraceLimit = saved;
			}
		}
	}
	return new Definition();
}
/* @__NO_SIDE_EFFECTS__ */
function $constructor(name, initializer, proto, params) {
	const zodProto = {};
	function Internals(def) {
		this.def = def;
		this.constr = _;
		this.traits = /* @__PURE__ */ new Set();
	}
	Internals.prototype = zodProto;
	const protoMembers = proto;
	const initialized = protoMembers && /* @__PURE__ */ new WeakSet();
	function init(inst, def) {
		if (!inst._zod) {
			_zodDesc.value = new Internals(def);
			try {
				Object.defineProperty(inst, "_zod", _zodDesc);
			} finally {
				_zodDesc.value = void 0;
			}
		} else if (inst._zod.traits.has(name)) return;
		inst._zod.traits.add(name);
		initializer(inst, def);
		if (initialized) {
			const own = Object.getPrototypeOf(inst);
			const ctorProto = inst._zod.constr.prototype;
			let up = own;
			while (up && up !== ctorProto) up = Object.getPrototypeOf(up);
			const target = up ?? own;
			if (!initialized.has(target)) {
				initialized.add(target);
				(0,_util_js__WEBPACK_IMPORTED_MODULE_0__/* .members */ .ol)(target, protoMembers);
			}
		}
		const proto = _.prototype;
		for (const k in proto) {
			if (!Object.prototype.hasOwnProperty.call(proto, k)) continue;
			if (!(k in inst)) inst[k] = proto[k].bind(inst);
		}
	}
	const Parent = params?.Parent ?? Object;
	class Definition extends Parent {}
	Object.defineProperty(Definition, "name", { value: name });
	function _(def) {
		const inst = params?.Parent ? newError(Definition) : this;
		init(inst, def);
		const deferred = inst._zod.deferred;
		if (deferred) {
			for (const fn of deferred) fn();
			inst._zod.deferred = void 0;
		}
		const pp = globalThis.__zod_globalConfig?.postProcessor;
		if (pp) pp(inst);
		return inst;
	}
	Object.defineProperty(_, "init", { value: init });
	Object.defineProperty(_, Symbol.hasInstance, { value: (inst) => {
		if (params?.Parent && inst instanceof params.Parent) return true;
		return inst?._zod?.traits?.has(name);
	} });
	Object.defineProperty(_, "name", { value: name });
	return _;
}
var $ZodAsyncError = class extends Error {
	constructor() {
		super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
	}
};
var $ZodEncodeError = class extends Error {
	constructor(name) {
		super(`Encountered unidirectional transform during encode: ${name}`);
		this.name = "ZodEncodeError";
	}
};
(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
const globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
	if (newConfig) Object.assign(globalConfig, newConfig);
	return globalConfig;
}



/***/ }),

/***/ 101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A2: () => (/* binding */ normalizeParams),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   NM: () => (/* binding */ optionalKeys),
/* harmony export */   O7: () => (/* binding */ codePointLength),
/* harmony export */   PO: () => (/* binding */ cached),
/* harmony export */   QH: () => (/* binding */ aborted),
/* harmony export */   Rc: () => (/* binding */ getLengthableOrigin),
/* harmony export */   Vy: () => (/* binding */ assignProp),
/* harmony export */   X: () => (/* binding */ installLazyProp),
/* harmony export */   ZV: () => (/* binding */ own),
/* harmony export */   cl: () => (/* binding */ nullish),
/* harmony export */   d3: () => (/* binding */ attachSchema),
/* harmony export */   gx: () => (/* binding */ captureStackTrace),
/* harmony export */   hi: () => (/* binding */ sizeCaps),
/* harmony export */   iR: () => (/* binding */ finalizeIssue),
/* harmony export */   jD: () => (/* binding */ hide),
/* harmony export */   k8: () => (/* binding */ jsonStringifyReplacer),
/* harmony export */   lQ: () => (/* binding */ prefixIssues),
/* harmony export */   o8: () => (/* binding */ clone),
/* harmony export */   ol: () => (/* binding */ members),
/* harmony export */   p6: () => (/* binding */ cleanRegex),
/* harmony export */   rL: () => (/* binding */ explicitlyAborted),
/* harmony export */   v5: () => (/* binding */ defineLazyInternal)
/* harmony export */ });
/* unused harmony export unwrapMessage */
// node_modules/zod/v4/core/util.js
function jsonStringifyReplacer(_, value) {
	if (typeof value === "bigint") return value.toString();
	return value;
}
var Cached = class {
	constructor(getter) {
		this._getter = getter;
		this._value = void 0;
	}
	get value() {
		const getter = this._getter;
		if (getter !== void 0) {
			this._value = getter();
			this._getter = void 0;
		}
		return this._value;
	}
};
function cached(getter) {
	return new Cached(getter);
}
function nullish(input) {
	return input === null || input === void 0;
}
function cleanRegex(source) {
	const start = source.startsWith("^") ? 1 : 0;
	const end = source.endsWith("$") ? source.length - 1 : source.length;
	return source.slice(start, end);
}
function assignProp(target, prop, value) {
	Object.defineProperty(target, prop, {
		value,
		writable: true,
		enumerable: true,
		configurable: true
	});
}
const captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {};
function isObject(data) {
	return typeof data === "object" && data !== null && !Array.isArray(data);
}
function clone(inst, def, params) {
	const cl = new inst._zod.constr(def ?? inst._zod.def);
	if (!def || params?.parent) cl._zod.parent = inst;
	return cl;
}
function normalizeParams(_params) {
	const params = _params;
	if (!params) return {};
	if (typeof params === "string") return { error: () => params };
	if (params?.message !== void 0) {
		if (params?.error !== void 0) throw new Error("Cannot specify both `message` and `error` params");
		params.error = params.message;
	}
	delete params.message;
	if (typeof params.error === "string") return {
		...params,
		error: () => params.error
	};
	return params;
}
function optionalKeys(shape) {
	return Object.keys(shape).filter((k) => {
		return shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional";
	});
}
function aborted(x, startIndex = 0) {
	if (x.aborted === true) return true;
	for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue !== true) return true;
	return false;
}
function explicitlyAborted(x, startIndex = 0) {
	if (x.aborted === true) return true;
	for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue === false) return true;
	return false;
}
function prefixIssues(path, issues) {
	return issues.map((iss) => {
		var _a;
		(_a = iss).path ?? (_a.path = []);
		iss.path.unshift(path);
		return iss;
	});
}
function unwrapMessage(message) {
	return typeof message === "string" ? message : message?.message;
}
/** The leading size checks of `defChecks` that set an upper bound, each paired with it. */
function sizeCaps(defChecks) {
	const caps = [];
	for (const ch of defChecks ?? []) {
		const d = ch._zod.def;
		if (!/_(length|size)$|_equals$/.test(d.check)) break;
		const max = d.maximum ?? d.length ?? d.size;
		if (max >= 0) caps.push([max, ch]);
	}
	return caps;
}
function attachSchema(issues, start, inst) {
	var _a;
	for (let i = start; i < issues.length; i++) (_a = issues[i]).schema ?? (_a.schema = inst);
}
function finalizeIssue(iss, ctx, config) {
	var _a;
	const traits = iss.inst?._zod?.traits;
	if (traits?.has("$ZodType")) {
		if (traits.has("$ZodCheck")) (_a = iss).schema ?? (_a.schema = iss.inst);
		else iss.schema = iss.inst;
	}
	const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0;
	const message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config.customError?.(iss)) ?? unwrapMessage(config.localeError?.(iss)) ?? "Invalid input";
	const full = {};
	for (const k of Object.keys(iss)) {
		if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__") continue;
		full[k] = iss[k];
	}
	full.path ?? (full.path = []);
	full.message = message;
	if (ctx?.reportInput) full.input = iss.input;
	return full;
}
const highSurrogate = /[\uD800-\uDBFF]/;
function codePointLength(str) {
	const units = str.length;
	if (!highSurrogate.test(str)) return units;
	let count = units;
	for (let i = 0; i < units - 1; i++) if ((str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320) {
		count--;
		i++;
	}
	return count;
}
function getLengthableOrigin(input) {
	if (Array.isArray(input)) return "array";
	if (typeof input === "string") return "string";
	return "unknown";
}
/**
* Installs a trait's members on its prototype. Each value builds that member for the instance on first read; the built value shadows the accessor as an own property, so a detached `const { parse } = schema` keeps working.
*
* Call this from a `proto` initializer, which runs once per prototype \u2014 never per instance.
*/
function members(proto, table) {
	for (const key in table) {
		const desc = Object.getOwnPropertyDescriptor(table, key);
		if (desc.get) Object.defineProperty(proto, key, {
			...desc,
			enumerable: false
		});
		else defineBound(proto, key, desc.value);
	}
}
/** Shadows a prototype member with an own value, so a getter that builds from the instance runs once. */
function own(inst, key, value, enumerable = true) {
	Object.defineProperty(inst, key, {
		configurable: true,
		writable: true,
		enumerable,
		value
	});
	return value;
}
/** Like {@link own}, for a member that was never an own data property and has to stay out of `Object.keys`. */
function hide(inst, key, value) {
	return own(inst, key, value, false);
}
function defineBound(proto, key, fn) {
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			return this == null ? fn : own(this, key, fn.bind(this));
		},
		set(value) {
			own(this, key, value);
		}
	});
}
/** Returns the prototype to install on, or `undefined` if this group is already installed on it. */
function claim(inst, sentinel) {
	const proto = Object.getPrototypeOf(inst);
	return sentinel in proto ? void 0 : proto;
}
let installing;
let broke = false;
const breaker = {
	configurable: true,
	get() {
		broke = true;
	}
};
/**
* Installs a lazily-derived internal on the `_zod` prototype of `inst`'s
* constructor, computed from the internals object itself and cached there on
* first read. One accessor per constructor rather than one per instance.
*/
function defineLazyInternal(inst, key, compute) {
	const proto = Object.getPrototypeOf(inst._zod);
	if (key in proto && installing !== inst._zod) {
		installing = void 0;
		return;
	}
	installing = inst._zod;
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			Object.defineProperty(this, key, breaker);
			const outer = broke;
			broke = false;
			try {
				const value = compute(this);
				if (broke) delete this[key];
				else Object.defineProperty(this, key, {
					configurable: true,
					writable: true,
					value
				});
				broke = broke || outer;
				return value;
			} catch (err) {
				delete this[key];
				broke = broke || outer;
				throw err;
			}
		},
		set(value) {
			Object.defineProperty(this, key, {
				configurable: true,
				writable: true,
				value
			});
		}
	});
}
/**
* Installs `key` on `inst`'s prototype, computed by `make` on first read and cached there as an own
* data property. One accessor per constructor rather than one per instance, because an own accessor
* puts every instance after the first into v8 dictionary mode. The key doubles as the sentinel.
*/
function installLazyProp(inst, key, make, enumerable) {
	const proto = claim(inst, key);
	if (!proto) return;
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			const desc = {
				configurable: true,
				writable: true,
				enumerable,
				value: void 0
			};
			Object.defineProperty(this, key, desc);
			desc.value = make(this);
			Object.defineProperty(this, key, desc);
			return desc.value;
		},
		set(value) {
			Object.defineProperty(this, key, {
				configurable: true,
				writable: true,
				enumerable,
				value
			});
		}
	});
}



/***/ }),

/***/ 938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  YO: () => (/* binding */ array),
  cl: () => (/* binding */ nullish),
  Ik: () => (/* binding */ object),
  lq: () => (/* binding */ optional),
  Yj: () => (/* binding */ string),
  pd: () => (/* binding */ transform),
  L5: () => (/* binding */ unknown)
});

// UNUSED EXPORTS: ZodMiniArray, ZodMiniNullable, ZodMiniObject, ZodMiniOptional, ZodMiniString, ZodMiniTransform, ZodMiniType, ZodMiniUnknown, nullable

// EXTERNAL MODULE: ./build/main/packages/zod/v4/core/util.js
var util = __nccwpck_require__(101);
// EXTERNAL MODULE: ./build/main/packages/zod/v4/core/core.js
var core = __nccwpck_require__(842);
;// CONCATENATED MODULE: ./build/main/packages/zod/v4/core/errors.js


// node_modules/zod/v4/core/errors.js
function _getMessage() {
	const internals = this._zod;
	internals.message ?? (internals.message = JSON.stringify(internals.def, util/* jsonStringifyReplacer */.k8, 2));
	return internals.message;
}
function _setMessage(value) {
	this._zod.message = value;
}
const _messageDesc = {
	get: _getMessage,
	set: _setMessage,
	enumerable: true,
	configurable: true
};
const _issuesDesc = {
	value: void 0,
	enumerable: false
};
const _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
const initializer = (inst, def) => {
	inst.name = "$ZodError";
	_issuesDesc.value = def;
	Object.defineProperty(inst, "issues", _issuesDesc);
	_issuesDesc.value = void 0;
	Object.defineProperty(inst, "message", _messageDesc);
	const proto = Object.getPrototypeOf(inst);
	if (!_installedToString.has(proto)) {
		_installedToString.add(proto);
		Object.defineProperty(proto, "toString", {
			configurable: true,
			enumerable: false,
			get() {
				const value = () => this.message;
				Object.defineProperty(this, "toString", {
					value,
					configurable: true,
					writable: true
				});
				return value;
			},
			set(value) {
				Object.defineProperty(this, "toString", {
					value,
					configurable: true,
					writable: true
				});
			}
		});
	}
};
const $ZodRealError = /* @__PURE__ */ (0,core/* $constructor */.xI)("$ZodError", initializer, void 0, { Parent: Error });


;// CONCATENATED MODULE: ./build/main/packages/zod/v4/core/parse.js



// node_modules/zod/v4/core/parse.js
const _parse = (_Err) => {
	const fn = (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			async: false
		} : { async: false };
		const result = schema._zod.run({
			value,
			issues: []
		}, ctx);
		if (result instanceof Promise) throw new core/* $ZodAsyncError */.GT();
		if (result.issues.length) {
			const e = new ((_params?.Err) ?? _Err)(result.issues.map((iss) => (0,util/* finalizeIssue */.iR)(iss, ctx, (0,core/* config */.$W)())));
			(0,util/* captureStackTrace */.gx)(e, _params?.callee ?? fn);
			throw e;
		}
		return result.value;
	};
	return fn;
};
const parse = /* @__PURE__*/ _parse($ZodRealError);
const _parseAsync = (_Err) => {
	const fn = async (schema, value, _ctx, params) => {
		const ctx = _ctx ? {
			..._ctx,
			async: true
		} : { async: true };
		let result = schema._zod.run({
			value,
			issues: []
		}, ctx);
		if (result instanceof Promise) result = await result;
		if (result.issues.length) {
			const e = new ((params?.Err) ?? _Err)(result.issues.map((iss) => (0,util/* finalizeIssue */.iR)(iss, ctx, (0,core/* config */.$W)())));
			(0,util/* captureStackTrace */.gx)(e, params?.callee ?? fn);
			throw e;
		}
		return result.value;
	};
	return fn;
};
const parseAsync = /* @__PURE__*/ _parseAsync($ZodRealError);
const _safeParse = (_Err) => (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: false
	} : { async: false };
	const result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) throw new core/* $ZodAsyncError */.GT();
	return result.issues.length ? failure(_Err, result.issues, ctx) : {
		success: true,
		data: result.value
	};
};
const safeParse = /* @__PURE__*/ _safeParse($ZodRealError);
function failure(Err, issues, ctx) {
	let error;
	return {
		success: false,
		get error() {
			if (!error) {
				error = new Err(issues.map((iss) => (0,util/* finalizeIssue */.iR)(iss, ctx, (0,core/* config */.$W)())));
				issues = void 0;
				ctx = void 0;
			}
			return error;
		},
		set error(e) {
			error = e;
			issues = void 0;
			ctx = void 0;
		}
	};
}
const _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: true
	} : { async: true };
	let result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) result = await result;
	return result.issues.length ? failure(_Err, result.issues, ctx) : {
		success: true,
		data: result.value
	};
};
const safeParseAsync = /* @__PURE__*/ _safeParseAsync($ZodRealError);


;// CONCATENATED MODULE: ./build/main/packages/zod/v4/core/regexes.js
// node_modules/zod/v4/core/regexes.js
const anyString = /^[\s\S]{0,}$/;


;// CONCATENATED MODULE: ./build/main/packages/zod/v4/core/versions.js
// node_modules/zod/v4/core/versions.js
const version = {
	major: 4,
	minor: 6,
	patch: 7
};


;// CONCATENATED MODULE: ./build/main/packages/zod/v4/core/schemas.js




// node_modules/zod/v4/core/schemas.js
const $ZodType = /*@__PURE__*/ (0,core/* $constructor */.xI)("$ZodType", (inst, def) => {
	var _a;
	inst ?? (inst = {});
	inst._zod.def = def;
	inst._zod.bag = inst._zod.bag || {};
	inst._zod.version = version;
	const defChecks = inst._zod.def.checks;
	const checks = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
	for (const ch of checks) for (const fn of ch._zod.onattach) fn(inst);
	if (checks.length === 0) {
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred?.push(() => {
			inst._zod.run = inst._zod.parse;
		});
	} else {
		const runChecks = (payload, checks, ctx) => {
			if (payload.memo) return payload;
			let isAborted = (0,util/* aborted */.QH)(payload);
			let asyncResult;
			for (const ch of checks) {
				if (ch._zod.def.when) {
					if ((0,util/* explicitlyAborted */.rL)(payload)) continue;
					if (!ch._zod.def.when(payload)) continue;
				} else if (isAborted) continue;
				const currLen = payload.issues.length;
				const _ = ch._zod.check(payload);
				if (_ instanceof Promise && ctx?.async === false) throw new core/* $ZodAsyncError */.GT();
				if (asyncResult || _ instanceof Promise) asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
					await _;
					if (payload.issues.length === currLen) return;
					(0,util/* attachSchema */.d3)(payload.issues, currLen, inst);
					if (!isAborted) isAborted = (0,util/* aborted */.QH)(payload, currLen);
				});
				else {
					if (payload.issues.length === currLen) continue;
					(0,util/* attachSchema */.d3)(payload.issues, currLen, inst);
					if (!isAborted) isAborted = (0,util/* aborted */.QH)(payload, currLen);
				}
			}
			if (asyncResult) return asyncResult.then(() => {
				return payload;
			});
			return payload;
		};
		const handleCanaryResult = (canary, payload, ctx) => {
			if ((0,util/* aborted */.QH)(canary)) {
				canary.aborted = true;
				return canary;
			}
			const checkResult = runChecks(payload, checks, ctx);
			if (checkResult instanceof Promise) {
				if (ctx.async === false) throw new core/* $ZodAsyncError */.GT();
				return checkResult.then((checkResult) => inst._zod.parse(checkResult, ctx));
			}
			return inst._zod.parse(checkResult, ctx);
		};
		inst._zod.run = (payload, ctx) => {
			if (ctx.skipChecks) return inst._zod.parse(payload, ctx);
			if (ctx.direction === "backward") {
				const canary = inst._zod.parse({
					value: payload.value,
					issues: []
				}, {
					...ctx,
					skipChecks: true
				});
				if (canary instanceof Promise) return canary.then((canary) => {
					return handleCanaryResult(canary, payload, ctx);
				});
				return handleCanaryResult(canary, payload, ctx);
			}
			const result = inst._zod.parse(payload, ctx);
			if (result instanceof Promise) {
				if (ctx.async === false) throw new core/* $ZodAsyncError */.GT();
				return result.then((result) => runChecks(result, checks, ctx));
			}
			return runChecks(result, checks, ctx);
		};
	}
}, {
	get "~standard"() {
		return (0,util/* hide */.jD)(this, "~standard", standardProps(this));
	},
	set "~standard"(value) {
		(0,util/* own */.ZV)(this, "~standard", value);
	}
});
/** The Standard Schema surface for `inst`. Shared so wrappers can extend it without forcing it. */
const toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => (0,util/* finalizeIssue */.iR)(iss, ctx, (0,core/* config */.$W)())) } : { value: r.value };
async function validateAsync(inst, value) {
	const ctx = { async: true };
	return toStandardResult(await inst._zod.run({
		value,
		issues: []
	}, ctx), ctx);
}
function standardProps(inst) {
	return {
		validate: (value) => {
			const ctx = { async: false };
			try {
				const r = inst._zod.run({
					value,
					issues: []
				}, ctx);
				if (!(r instanceof Promise)) return toStandardResult(r, ctx);
			} catch (_) {}
			return validateAsync(inst, value);
		},
		vendor: "zod",
		version: 1
	};
}
const $ZodString = /*@__PURE__*/ (0,core/* $constructor */.xI)("$ZodString", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = def.pattern ?? anyString;
	inst._zod.parse = (payload, _) => {
		if (def.coerce) try {
			payload.value = String(payload.value);
		} catch (_) {}
		if (typeof payload.value === "string") return payload;
		payload.issues.push({
			expected: "string",
			code: "invalid_type",
			input: payload.value,
			inst
		});
		return payload;
	};
});
const $ZodUnknown = /*@__PURE__*/ (0,core/* $constructor */.xI)("$ZodUnknown", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload) => payload;
});
function capSize(inst, size) {
	const caps = (0,util/* sizeCaps */.hi)(inst._zod.def.checks);
	if (!caps.length) return;
	const cap = Math.min(...caps.map((c) => c[0]));
	const parse = inst._zod.parse;
	inst._zod.parse = (payload, ctx) => {
		const n = size(payload.value);
		if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
			for (const [max, ch] of (0,util/* sizeCaps */.hi)(inst._zod.def.checks)) if (n > max && ch._zod.def.when(payload)) {
				const start = payload.issues.length;
				ch._zod.check(payload);
				payload.issues[start].continue = false;
				(0,util/* attachSchema */.d3)(payload.issues, start, inst);
				return payload;
			}
		}
		return parse(payload, ctx);
	};
}
const arraySize = (input) => Array.isArray(input) ? input.length : -1;
function handleArrayResult(result, final, index) {
	if (result.issues.length) final.issues.push(...(0,util/* prefixIssues */.lQ)(index, result.issues));
	final.value[index] = result.value;
}
const $ZodArray = /*@__PURE__*/ (0,core/* $constructor */.xI)("$ZodArray", (inst, def) => {
	$ZodType.init(inst, def);
	const memo = core/* globalConfig */.cr.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!Array.isArray(input)) {
			payload.issues.push({
				expected: "array",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
		const proms = [];
		const abortEarly = ctx?.abortEarly;
		for (let i = 0; i < input.length; i++) {
			const item = input[i];
			const result = def.element._zod.run({
				value: item,
				issues: []
			}, ctx);
			if (result instanceof Promise) proms.push(result.then((result) => handleArrayResult(result, payload, i)));
			else {
				handleArrayResult(result, payload, i);
				if (abortEarly && result.issues.length !== 0 && (0,util/* aborted */.QH)(result)) break;
			}
		}
		if (proms.length) return Promise.all(proms).then(() => payload);
		return payload;
	};
	capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
	const isPresent = key in input;
	const isOptionalOut = optout === "optional";
	if (!isPresent && isOptionalOut && optin === "optional") return;
	if (result.issues.length) {
		if (optin !== void 0 && isOptionalOut && !isPresent) return;
		final.issues.push(...(0,util/* prefixIssues */.lQ)(key, result.issues));
	}
	if (!isPresent && optin === void 0) {
		if (!result.issues.length) final.issues.push({
			code: "invalid_type",
			expected: "nonoptional",
			input: void 0,
			path: [key]
		});
		return;
	}
	if (result.value === void 0) {
		if (isPresent || optin === "defaulted" && !isOptionalOut) final.value[key] = void 0;
	} else final.value[key] = result.value;
}
const NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
	const keys = Object.keys(def.shape);
	const ownSymbols = Object.getOwnPropertySymbols(def.shape);
	const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
	const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
	for (const k of allKeys) if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
	const okeys = (0,util/* optionalKeys */.NM)(def.shape);
	return {
		...def,
		allKeys,
		symbolKeys,
		keySet: new Set(keys),
		numKeys: keys.length,
		optionalKeys: new Set(okeys)
	};
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
	const unrecognized = [];
	const keySet = def.keySet;
	const _catchall = def.catchall._zod;
	const t = _catchall.def.type;
	const optin = _catchall.optin;
	const optout = _catchall.optout;
	let seen = 0;
	for (const key in input) {
		if (abortEarly && payload.issues.length !== seen) {
			if ((0,util/* aborted */.QH)(payload, seen)) break;
			seen = payload.issues.length;
		}
		if (keySet.has(key)) continue;
		if (key === "__proto__") {
			if (t === "never") unrecognized.push(key);
			continue;
		}
		if (t === "never") {
			unrecognized.push(key);
			continue;
		}
		const r = _catchall.run({
			value: input[key],
			issues: []
		}, ctx);
		if (r instanceof Promise) proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
		else handlePropertyResult(r, payload, key, input, optin, optout);
	}
	if (unrecognized.length) payload.issues.push({
		code: "unrecognized_keys",
		keys: unrecognized,
		input,
		inst,
		continue: true
	});
	if (!proms.length) return payload;
	return Promise.all(proms).then(() => {
		return payload;
	});
}
const $ZodObject = /*@__PURE__*/ (0,core/* $constructor */.xI)("$ZodObject", (inst, def) => {
	$ZodType.init(inst, def);
	const desc = Object.getOwnPropertyDescriptor(def, "shape");
	const sh = desc?.get ? desc.get.raw : def.shape ?? {};
	if (sh) {
		const get = () => {
			const newSh = { ...sh };
			Object.defineProperty(def, "shape", { value: newSh });
			get.raw = newSh;
			return newSh;
		};
		get.raw = sh;
		Object.defineProperty(def, "shape", { get });
	}
	const _normalized = (0,util/* cached */.PO)(() => normalizeDef(def));
	(0,util/* defineLazyInternal */.v5)(inst, "propValues", (zod) => {
		const shape = zod.def.shape;
		const propValues = {};
		for (const key in shape) {
			const field = shape[key]._zod;
			if (field.values) {
				if (!Object.prototype.hasOwnProperty.call(propValues, key)) (0,util/* assignProp */.Vy)(propValues, key, /* @__PURE__ */ new Set());
				for (const v of field.values) propValues[key].add(v);
				if (field.optin !== void 0) propValues[key].add(void 0);
			}
		}
		return propValues;
	});
	const isObject$1 = util/* isObject */.Gv;
	const catchall = def.catchall;
	let value;
	const memo = core/* globalConfig */.cr.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		value ?? (value = _normalized.value);
		const input = payload.value;
		if (!isObject$1(input)) {
			payload.issues.push({
				expected: "object",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
		const proms = [];
		const shape = value.shape;
		const abortEarly = ctx?.abortEarly;
		let seen = payload.issues.length;
		for (const key of value.allKeys) {
			if (abortEarly && payload.issues.length !== seen) {
				if ((0,util/* aborted */.QH)(payload, seen)) break;
				seen = payload.issues.length;
			}
			if (key === "__proto__") continue;
			const el = shape[key];
			const optin = el._zod.optin;
			const optout = el._zod.optout;
			const r = el._zod.run({
				value: input[key],
				issues: []
			}, ctx);
			if (r instanceof Promise) proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
			else handlePropertyResult(r, payload, key, input, optin, optout);
		}
		if (!catchall) return proms.length ? Promise.all(proms).then(() => payload) : payload;
		return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
	};
});
const $ZodTransform = /*@__PURE__*/ (0,core/* $constructor */.xI)("$ZodTransform", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "optional";
	core/* globalConfig */.cr.memoizer?.guard(inst);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") throw new core/* $ZodEncodeError */.cV(inst.constructor.name);
		const _out = def.transform(payload.value, payload);
		if (ctx.async) return (_out instanceof Promise ? _out : Promise.resolve(_out)).then((output) => {
			payload.value = output;
			return payload;
		});
		if (_out instanceof Promise) throw new core/* $ZodAsyncError */.GT();
		payload.value = _out;
		return payload;
	};
});
function handleOptionalResult(payload, result) {
	payload.value = result.issues.length ? void 0 : result.value;
	return payload;
}
const $ZodOptional = /*@__PURE__*/ (0,core/* $constructor */.xI)("$ZodOptional", (inst, def) => {
	$ZodType.init(inst, def);
	(0,util/* defineLazyInternal */.v5)(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
	inst._zod.optout = "optional";
	(0,util/* defineLazyInternal */.v5)(inst, "values", (zod) => {
		const values = zod.def.innerType._zod.values;
		return values ? /* @__PURE__ */ new Set([...values, void 0]) : void 0;
	});
	(0,util/* defineLazyInternal */.v5)(inst, "pattern", (zod) => {
		const pattern = zod.def.innerType._zod.pattern;
		return pattern ? new RegExp(`^(${(0,util/* cleanRegex */.p6)(pattern.source)})?$`) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		if (payload.value === void 0) {
			if (def.innerType._zod.optin !== "defaulted") return payload;
			const result = def.innerType._zod.run({
				value: payload.value,
				issues: []
			}, ctx);
			if (result instanceof Promise) return result.then((result) => handleOptionalResult(payload, result));
			return handleOptionalResult(payload, result);
		}
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodNullable = /*@__PURE__*/ (0,core/* $constructor */.xI)("$ZodNullable", (inst, def) => {
	$ZodType.init(inst, def);
	(0,util/* defineLazyInternal */.v5)(inst, "optin", (zod) => zod.def.innerType._zod.optin);
	(0,util/* defineLazyInternal */.v5)(inst, "optout", (zod) => zod.def.innerType._zod.optout);
	(0,util/* defineLazyInternal */.v5)(inst, "pattern", (zod) => {
		const pattern = zod.def.innerType._zod.pattern;
		return pattern ? new RegExp(`^(${(0,util/* cleanRegex */.p6)(pattern.source)}|null)$`) : void 0;
	});
	(0,util/* defineLazyInternal */.v5)(inst, "values", (zod) => {
		return zod.def.innerType._zod.values ? /* @__PURE__ */ new Set([...zod.def.innerType._zod.values, null]) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		if (payload.value === null) return payload;
		return def.innerType._zod.run(payload, ctx);
	};
});


// EXTERNAL MODULE: ./build/main/packages/zod/v4/core/api.js + 1 modules
var api = __nccwpck_require__(438);
;// CONCATENATED MODULE: ./build/main/packages/zod/v4/mini/schemas.js





// node_modules/zod/v4/mini/schemas.js
const ZodMiniType = /*@__PURE__*/ (0,core/* $constructor */.xI)("ZodMiniType", (inst, def) => {
	if (!inst._zod) throw new Error("Uninitialized schema in ZodMiniType.");
	$ZodType.init(inst, def);
	inst.def = def;
	inst.type = def.type;
}, {
	get with() {
		return this.check;
	},
	set with(value) {
		(0,util/* own */.ZV)(this, "with", value);
	},
	parse(data, params) {
		return parse(this, data, params, { callee: this.parse });
	},
	parseAsync(data, params) {
		return parseAsync(this, data, params, { callee: this.parseAsync });
	},
	safeParse(data, params) {
		return safeParse(this, data, params);
	},
	safeParseAsync(data, params) {
		return safeParseAsync(this, data, params);
	},
	check(...checks) {
		const def = this.def;
		return this.clone({
			...def,
			checks: [...def.checks ?? [], ...checks.map((ch) => typeof ch === "function" ? { _zod: {
				check: ch,
				def: { check: "custom" },
				onattach: []
			} } : ch)]
		}, { parent: true });
	},
	clone(_def, params) {
		return (0,util/* clone */.o8)(this, _def, params);
	},
	brand() {
		return this;
	},
	register(reg, meta) {
		reg.add(this, meta);
		return this;
	},
	apply(fn, ...args) {
		return args.length === 0 ? fn(this) : fn(this, ...args);
	}
});
const ZodMiniString = /*@__PURE__*/ (0,core/* $constructor */.xI)("ZodMiniString", (inst, def) => {
	$ZodString.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function string(params) {
	return (0,api/* _string */.Rl)(ZodMiniString, params);
}
const ZodMiniUnknown = /*@__PURE__*/ (0,core/* $constructor */.xI)("ZodMiniUnknown", (inst, def) => {
	$ZodUnknown.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function unknown() {
	return (0,api/* _unknown */.em)(ZodMiniUnknown);
}
const ZodMiniArray = /*@__PURE__*/ (0,core/* $constructor */.xI)("ZodMiniArray", (inst, def) => {
	$ZodArray.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function array(element, params) {
	return new ZodMiniArray({
		type: "array",
		element,
		...(0,util/* normalizeParams */.A2)(params)
	});
}
const ZodMiniObject = /*@__PURE__*/ (0,core/* $constructor */.xI)("ZodMiniObject", (inst, def) => {
	$ZodObject.init(inst, def);
	ZodMiniType.init(inst, def);
	(0,util/* installLazyProp */.X)(inst, "shape", (self) => self._zod.def.shape, false);
});
// @__NO_SIDE_EFFECTS__
function object(shape, params) {
	const def = {
		type: "object",
		shape: shape ?? {},
		...(0,util/* normalizeParams */.A2)(params)
	};
	return new ZodMiniObject(def);
}
const ZodMiniTransform = /*@__PURE__*/ (0,core/* $constructor */.xI)("ZodMiniTransform", (inst, def) => {
	$ZodTransform.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function transform(fn) {
	return new ZodMiniTransform({
		type: "transform",
		transform: fn
	});
}
const ZodMiniOptional = /*@__PURE__*/ (0,core/* $constructor */.xI)("ZodMiniOptional", (inst, def) => {
	$ZodOptional.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function optional(innerType) {
	return new ZodMiniOptional({
		type: "optional",
		innerType
	});
}
const ZodMiniNullable = /*@__PURE__*/ (0,core/* $constructor */.xI)("ZodMiniNullable", (inst, def) => {
	$ZodNullable.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function nullable(innerType) {
	return new ZodMiniNullable({
		type: "nullable",
		innerType
	});
}
// @__NO_SIDE_EFFECTS__
function nullish(innerType) {
	return /* @__PURE__ */ optional(/* @__PURE__ */ nullable(innerType));
}



/***/ }),

/***/ 739:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ reportOf),
/* harmony export */   m: () => (/* binding */ countsOf)
/* harmony export */ });
// src/job/report.ts
function reportOf({ login }, fetched, named, masks) {
	const { answered, values } = fetched;
	const sources = new Map(answered.flatMap((one) => one.read.wants.map((want) => [want, one])));
	const rows = named.map(({ want, entry, field, env, output, file }) => {
		const { read, secret } = (want && sources.get(want)) ?? {};
		return {
			env,
			output,
			file,
			path: (read?.apiPath ?? entry.path).replace(/\?.*$/, ""),
			field,
			version: secret?.version,
			lease: secret?.leased ? secret.leaseDuration : void 0
		};
	});
	const certificates = new Set(values.filter(({ want }) => !want).map(({ entry }) => entry));
	const secrets = answered.filter(({ secret }) => secret).length + certificates.size;
	return {
		role: login?.roleName,
		ttl: login?.ttl,
		rows,
		secrets,
		masks
	};
}
/** `4 values from 2 secrets, 16 masks`. */
function countsOf({ rows, secrets, masks }) {
	return `${count(rows.length, "value")} from ${count(secrets, "secret")}, ${count(masks, "mask")}`;
}
function count(number, thing) {
	return `${number} ${thing}${number === 1 ? "" : "s"}`;
}



/***/ }),

/***/ 677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
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



/***/ }),

/***/ 617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  cY: () => (/* binding */ givesMany),
  TN: () => (/* binding */ oneLine),
  dC: () => (/* binding */ parseSecrets),
  $t: () => (/* binding */ placeOf)
});

// EXTERNAL MODULE: ./build/main/src/vault/paths.js
var paths = __nccwpck_require__(414);
// EXTERNAL MODULE: ./build/main/src/secrets/lexer.js
var lexer = __nccwpck_require__(201);
// EXTERNAL MODULE: ./build/main/src/secrets/modifiers.js
var secrets_modifiers = __nccwpck_require__(381);
// EXTERNAL MODULE: ./build/main/src/secrets/letters.js
var letters = __nccwpck_require__(382);
;// CONCATENATED MODULE: ./build/main/src/secrets/selectors.js


// src/secrets/selectors.ts
/** Why this exists: the word after a path says which of the secret's fields are meant, in one of five ways. */
/** Letters, digits and what else field names are made of, with stars. */
const GLOB = (0,letters/* overLetters */.e)(String.raw`^[\p{L}\p{N}_.:@/+\-]*\*[\p{L}\p{N}_.:@/+*\-]*$`);
const STEP = String.raw`(?:${"\"[^\"]+\"|'[^']+'|`[^`]+`"}|[\p{L}\p{N}_-]+)(?:\[\d{1,9}\])*`;
const STEPS = (0,letters/* overLetters */.e)(STEP, "g");
const NESTED = (0,letters/* overLetters */.e)(String.raw`^${STEP}(?:\.${STEP})*$`);
/** Characters that make an expression of what would otherwise be a field's name. */
const EXPRESSION = /[()[\]{}$=<>~^"'`]/;
/** The selector, or what is wrong with it. `named`: a name follows, which an expression needs. */
function parseSelector({ text, quoted }, { named }) {
	if (quoted !== void 0) return {
		kind: "field",
		text: quoted
	};
	if (text === "*" || text === "**") return {
		kind: "all",
		upperCase: text === "*"
	};
	if (text.includes("*") && GLOB(text).test(text)) return {
		kind: "glob",
		text,
		pattern: globPattern(text)
	};
	if (/[.[]/.test(text) && NESTED(text).test(text)) return {
		kind: "nested",
		text,
		steps: stepsOf(text)
	};
	if (!EXPRESSION.test(text) && (!named || !text.includes("."))) return {
		kind: "field",
		text
	};
	if (named) return {
		kind: "expression",
		text,
		certain: EXPRESSION.test(text)
	};
	return { problem: `"${text}" is an expression: give its result a name after "|", or quote it if it is a field's name` };
}
function globPattern(text) {
	const parts = text.split(/\*+/).map((part) => part.replace(/[.+]/g, "\\$&"));
	return new RegExp(`^${parts.join(".*")}$`, "su");
}
/** `a."b.c"[0]` is `a`, `b.c`, 0. */
function stepsOf(text) {
	return [...text.matchAll(STEPS(text))].flatMap(([step]) => {
		const [name = ""] = /^(?:"[^"]+"|'[^']+'|`[^`]+`|[^[]+)/.exec(step) ?? [];
		const indices = [...step.slice(name.length).matchAll(/\[(\d+)\]/g)].map(([, index]) => Number(index));
		return [(0,lexer/* unquoted */.q)(name) ?? name, ...indices];
	});
}


;// CONCATENATED MODULE: ./build/main/src/secrets/grammar.js




// src/secrets/grammar.ts
/**
* Why this exists: the text of the `secrets` input becomes entries, or every mistake in it with line and column.
*
*     entries := entry (";" | newline) \u2026       "# comment" lines are skipped
*     entry   := path WS selector ["|" name {WS modifier}]
*
* A newline ends an entry once it has its selector; before that, and next to a "|", it is white space.
*/
/** The entries of a list, and all the mistakes in it. */
function parseSecrets(text, origin = "secrets") {
	const results = statements((0,lexer/* lex */.I)(text)).map((statement) => parseEntry(statement, origin));
	return {
		entries: results.flatMap(({ entries }) => entries),
		mistakes: results.flatMap(({ mistakes }) => mistakes)
	};
}
/** The same list on one line, without its comments. What begins it is none, either. */
function oneLine(text) {
	return statements((0,lexer/* lex */.I)(text)).map((tokens) => tokens.map((token) => token.text).join(" ")).join("; ").replace(/^#/, ";#");
}
/** Whether an entry may give several values, so that its name is a prefix. */
function givesMany({ selector, folder }) {
	return folder !== void 0 || selector.kind === "all" || selector.kind === "glob";
}
/** For messages: `line 3`, or `secretsFile line 3`. */
function placeOf({ line, origin }) {
	return origin === "secrets" ? `line ${line}` : `${origin} line ${line}`;
}
/** Splits the tokens at `;` and at those newlines that end an entry. */
function statements(tokens) {
	const all = [[]];
	tokens.forEach((token, index) => {
		const current = all.at(-1) ?? [];
		if (token.kind === ";" || token.kind === "newline" && isComplete(current, tokens, index)) all.push([]);
		else if (token.kind !== "newline") current.push(token);
	});
	return all.filter((statement) => statement.length > 0);
}
function isComplete(statement, tokens, index) {
	if (statement.length < 2 || statement.at(-1)?.kind === "|") return false;
	return nextOnLaterLine(tokens, index)?.kind !== "|";
}
function nextOnLaterLine(tokens, index) {
	for (let at = index; at < tokens.length; at++) if (tokens[at]?.kind !== "newline") return tokens[at];
}
function parseEntry(tokens, origin) {
	const broken = tokens.find(({ problem }) => problem);
	if (broken?.problem) return mistake(broken, broken.problem);
	const [path, selector, bar, name, ...rest] = tokens;
	if (path?.kind !== "word") return mistake(path, "expected a path, such as secret/ci/app, before \"|\"");
	if (selector?.kind !== "word") return mistake(selector ?? path, `expected a field after "${path.text}", such as password or *`);
	if (bar && bar.kind !== "|") return mistake(bar, `expected "|", ";" or a new line before "${bar.text}"`);
	if (bar && name?.kind !== "word") return mistake(name ?? bar, "expected a name after \"|\"");
	return assemble({
		path,
		selector,
		name,
		rest,
		origin
	});
}
function assemble({ path, selector, name, rest, origin }) {
	const parsedPath = parsePathToken(path);
	const label = (name?.quoted ?? name?.text) || void 0;
	const parsedSelector = parseSelector(selector, { named: label !== void 0 });
	const { modifiers, mistakes } = (0,secrets_modifiers/* parseModifiers */.q)(rest);
	const problems = [
		..."problem" in parsedPath ? [at(path, parsedPath.problem)] : [],
		..."problem" in parsedSelector ? [at(selector, parsedSelector.problem)] : [],
		...mistakes
	];
	if ("problem" in parsedPath || "problem" in parsedSelector || problems.length > 0) return {
		entries: [],
		mistakes: problems
	};
	const entry = {
		...parsedPath,
		selector: parsedSelector,
		name: label,
		modifiers,
		line: path.line,
		origin
	};
	const conflict = conflictOf(entry);
	return conflict ? mistake(selector, conflict) : {
		entries: [entry],
		mistakes: []
	};
}
function parsePathToken({ text, quoted }) {
	if (quoted !== void 0) return (0,paths/* parsePath */.Rr)(quoted, { literal: true });
	if (/["'`]/.test(text)) return { problem: "a path is quoted as a whole or not at all" };
	return (0,paths/* parsePath */.Rr)(text, { literal: false });
}
function conflictOf(entry) {
	const { selector, folder, modifiers } = entry;
	if (folder && selector.kind === "expression") return "an expression cannot be applied to all secrets of a folder";
	if (modifiers.fallback !== void 0 && givesMany(entry)) return "default= needs an entry that gives one value";
	if (modifiers.file?.name !== void 0 && givesMany(entry)) return "file=NAME needs an entry that gives one value";
}
function mistake(token, problem) {
	return {
		entries: [],
		mistakes: [at(token, problem)]
	};
}
function at(token, problem) {
	return {
		line: token?.line ?? 1,
		column: token?.column ?? 1,
		problem
	};
}



/***/ }),

/***/ 382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ overLetters)
/* harmony export */ });
// src/secrets/letters.ts
/** Why this exists: expressions over the letters and digits of all scripts, at the price of ASCII where a text is ASCII. */
/**
* Gives the expression for a text. In `source`, `\p{L}` and `\p{N}` stand for letters and digits, within classes only.
* V8 reads Unicode's tables whenever it meets those, even in a function that is not called, and takes milliseconds for
* a few: so they are in a text here, and out of it for texts in ASCII, as nearly all are.
*/
function overLetters(source, flags = "") {
	const plain = source.replaceAll("\\p{L}", "A-Za-z").replaceAll("\\p{N}", "0-9");
	return (text) => new RegExp(BEYOND_ASCII.test(text) ? source : plain, `u${flags}`);
}
const BEYOND_ASCII = /[\u0080-\uffff]/;



/***/ }),

/***/ 201:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ lex),
/* harmony export */   q: () => (/* binding */ unquoted)
/* harmony export */ });
// src/secrets/lexer.ts
/** A word is made of quoted pieces and of characters that separate nothing. */
const WORD = /(?:"[^"\n]*"|'[^'\n]*'|`[^`\n]*`|[^\s;|"'`])+/uy;
const SEPARATOR = /[;|]/y;
const BLANK = /[^\S\n]+/y;
const COMMENT = /#[^\n]*/y;
const QUOTED = /^(?:"([^"]*)"|'([^']*)'|`([^`]*)`)$/;
/** The tokens of a text. What cannot be read becomes a token with a `problem`. */
function lex(text) {
	return text.split(/\r\n|\r|\n/).flatMap((line, index) => [...lexLine(line, index + 1), newline(index + 1)]);
}
/** The text between the quotes of a wholly quoted one, else undefined. */
function unquoted(text) {
	const [, double, single, back] = QUOTED.exec(text) ?? [];
	return double ?? single ?? back;
}
function lexLine(text, line) {
	const tokens = [];
	let at = 0;
	const match = (pattern) => {
		pattern.lastIndex = at;
		const found = pattern.exec(text)?.[0];
		at += found?.length ?? 0;
		return found;
	};
	while (at < text.length) {
		if (match(BLANK)) continue;
		if (tokens.length === 0 && match(COMMENT)) break;
		const place = {
			line,
			column: at + 1
		};
		const separator = match(SEPARATOR);
		const found = separator ?? match(WORD);
		if (found === void 0) return [...tokens, unclosed(text.slice(at), place)];
		if (separator === ";" || separator === "|") tokens.push({
			kind: separator,
			text: found,
			...place
		});
		else tokens.push({
			kind: "word",
			text: found,
			quoted: unquoted(found),
			...place
		});
	}
	return tokens;
}
function unclosed(rest, place) {
	return {
		kind: "word",
		text: rest,
		...place,
		problem: `the quote ${rest[0]} is not closed on this line`
	};
}
function newline(line) {
	return {
		kind: "newline",
		text: "\n",
		line,
		column: 0
	};
}



/***/ }),

/***/ 381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ NO_MODIFIERS),
/* harmony export */   q: () => (/* binding */ parseModifiers)
/* harmony export */ });
/* harmony import */ var _letters_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(382);
/* harmony import */ var _lexer_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(201);


// src/secrets/modifiers.ts
/** Why this exists: the words after a name that say what becomes of a value: whether it may be missing, where it goes. */
const NO_MODIFIERS = {
	optional: false,
	unmasked: false
};
/** Words, those that take a text with a "=", and what each sets. */
const KNOWN = {
	optional: () => ({ optional: true }),
	"default=": (text) => ({ fallback: text }),
	base64: () => ({ decode: "base64" }),
	hex: () => ({ decode: "hex" }),
	file: () => ({ file: {} }),
	"file=": (name) => ({ file: { name } }),
	env: () => ({ only: "env" }),
	output: () => ({ only: "output" }),
	nomask: () => ({ unmasked: true })
};
/** Words that say two different things about the same. */
const EXCLUSIVE = [
	["optional", "default="],
	["base64", "hex"],
	["env", "output"],
	["file", "file="]
];
/** What the words set, and what is wrong with them. */
function parseModifiers(tokens) {
	const words = tokens.map((token) => ({
		token,
		...parts(token.text)
	}));
	const mistakes = words.flatMap(({ token, word, text }, index) => {
		const earlier = words.slice(0, index).map((other) => other.word);
		const problem = token.kind === "word" ? problemOf(word, text, earlier) : `unexpected "${token.text}"`;
		return problem ? [{
			line: token.line,
			column: token.column,
			problem
		}] : [];
	});
	const set = words.map(({ word, text }) => Object.hasOwn(KNOWN, word) ? KNOWN[word]?.(text) : {});
	return {
		modifiers: Object.assign({}, NO_MODIFIERS, ...set),
		mistakes
	};
}
/** `default="a b"` is the word `default=` and the text `a b`. */
function parts(raw) {
	const [, word, text] = /^([^=]*=)(.*)$/s.exec(raw) ?? [];
	return word === void 0 || text === void 0 ? { word: raw } : {
		word,
		text: (0,_lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .unquoted */ .q)(text) ?? text
	};
}
function problemOf(word, text, earlier) {
	if (!Object.hasOwn(KNOWN, word)) return `unknown modifier "${word}": did you mean ${nearest(word)}?`;
	if (earlier.includes(word)) return `"${word}" is there twice`;
	const other = EXCLUSIVE.find((group) => group.includes(word))?.find((one) => earlier.includes(one));
	if (other) return `"${word}" and "${other}" exclude each other`;
	return word === "file=" ? fileNameProblem(text ?? "") : void 0;
}
const FILE_NAME = (0,_letters_js__WEBPACK_IMPORTED_MODULE_1__/* .overLetters */ .e)(String.raw`^[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,127}$`);
/** A name within our own folder, on every system. */
function fileNameProblem(name) {
	if (FILE_NAME(name).test(name)) return void 0;
	return `"${name}" is no file name: letters, digits, "_", "-" and "." make one, and no folder`;
}
function nearest(word) {
	return Object.keys(KNOWN).map((name) => ({
		name,
		distance: distance(word, name)
	})).sort((a, b) => a.distance - b.distance)[0]?.name ?? "";
}
/** Levenshtein distance, case ignored. */
function distance(one, other) {
	let row = Array.from({ length: other.length + 1 }, (_, index) => index);
	for (const [i, a] of [...one.toLowerCase()].entries()) {
		const next = [i + 1];
		for (const [j, b] of [...other].entries()) next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (a === b ? 0 : 1)));
		row = next;
	}
	return row.at(-1) ?? 0;
}



/***/ }),

/***/ 268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  WN: () => (/* binding */ cancellation),
  iB: () => (/* binding */ isCancellation),
  MS: () => (/* binding */ unlessCancelled)
});

;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = require("node:events");
;// CONCATENATED MODULE: ./build/main/src/vault/cancellation.js

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
/** Whether an error says that the job is cancelled, and nothing else. */
function isCancellation(error, signal) {
	if (error instanceof AggregateError) return error.errors.every((one) => isCancellation(one, signal));
	return signal.aborted && error === signal.reason;
}



/***/ }),

/***/ 935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ errorCode),
/* harmony export */   Jk: () => (/* binding */ UnreachableError),
/* harmony export */   Wk: () => (/* binding */ formatError),
/* harmony export */   c4: () => (/* binding */ isNotFound),
/* harmony export */   eb: () => (/* binding */ UsageError),
/* harmony export */   fJ: () => (/* binding */ WrappingError),
/* harmony export */   hb: () => (/* binding */ VaultError)
/* harmony export */ });
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
/** Whether the server says that there is nothing at the path; that the path is no path of this engine is another thing. */
function isNotFound(error) {
	if (!(error instanceof VaultError) || error.refusal.status !== 404) return false;
	return !error.refusal.errors.some((text) => text.includes("Invalid path for a versioned"));
}
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



/***/ }),

/***/ 390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _q: () => (/* binding */ tokenHandle),
/* harmony export */   qB: () => (/* binding */ packHandle),
/* harmony export */   zj: () => (/* binding */ unpackHandle)
/* harmony export */ });
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(677);

// src/vault/handle.ts
/** Why this exists: what clean-up needs to know of a token, and how that is kept between two processes. */
function tokenHandle(login, server, namespace) {
	return {
		token: login.token,
		namespace,
		server,
		batch: login.type === "batch",
		expiresAt: login.ttl > 0 ? Date.now() + login.ttl * 1e3 : void 0,
		uses: login.uses,
		defaultPolicy: login.policies.includes("default") || login.policies.includes("root")
	};
}
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
	return new _secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(Buffer.from(JSON.stringify(kept)).toString("base64"));
}
/** The reverse of `packHandle`; undefined for a text that it did not make. */
function unpackHandle(packed) {
	const kept = parse(packed);
	const [first, ...others] = (kept?.server.addresses ?? []).map(address);
	if (!kept || !first) return void 0;
	const { tls, extraHeaders } = kept.server;
	const headers = Object.entries(extraHeaders).map(([name, value]) => [name, new _secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(value)]);
	return {
		...kept,
		token: new _secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(kept.token),
		server: {
			...kept.server,
			addresses: [first, ...others],
			tls: {
				...tls,
				key: tls.key === void 0 ? void 0 : new _secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(tls.key)
			},
			extraHeaders: Object.fromEntries(headers)
		}
	};
}
function address({ base, proxy }) {
	return {
		base,
		proxy: proxy === void 0 ? void 0 : new _secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(proxy)
	};
}
/** Our own writing, read back in another process: the runner's state file has no other author. */
function parse(packed) {
	try {
		const kept = JSON.parse(Buffer.from(packed, "base64").toString("utf8"));
		return typeof kept === "object" && kept !== null && "token" in kept && "server" in kept && kept.server ? kept : void 0;
	} catch {
		return;
	}
}



/***/ }),

/***/ 950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  qj: () => (/* binding */ jsonNumber),
  o$: () => (/* binding */ jsonObject),
  s$: () => (/* binding */ jsonText),
  qF: () => (/* binding */ parseJson)
});

// UNUSED EXPORTS: READERS

// EXTERNAL MODULE: ./build/main/packages/lossless-json/lib/esm/LosslessNumber.js
var LosslessNumber = __nccwpck_require__(777);
;// CONCATENATED MODULE: ./build/main/packages/lossless-json/lib/esm/numberParsers.js

// node_modules/lossless-json/lib/esm/numberParsers.js
function parseLosslessNumber(value) {
	return new LosslessNumber/* LosslessNumber */._(value);
}


;// CONCATENATED MODULE: ./build/main/packages/lossless-json/lib/esm/revive.js

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
	if (value && typeof value === "object" && !(0,LosslessNumber/* isLosslessNumber */.s)(value)) return reviver.call(context, key, reviveObject(value, reviver));
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


;// CONCATENATED MODULE: ./build/main/packages/lossless-json/lib/esm/parse.js


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


// EXTERNAL MODULE: ./build/main/packages/lossless-json/lib/esm/utils.js
var utils = __nccwpck_require__(13);
;// CONCATENATED MODULE: ./build/main/packages/lossless-json/lib/esm/stringify.js


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
				if (typeof str !== "string" || !(0,utils/* isNumber */.Et)(str)) throw new Error(`Invalid JSON number: output of a number stringifier must be a string containing a JSON number (output: ${str})`);
				return str;
			}
		}
		if (typeof value === "boolean" || typeof value === "number" || typeof value === "string" || value === null || value instanceof Date || value instanceof Boolean || value instanceof Number || value instanceof String) return JSON.stringify(value);
		if ((0,LosslessNumber/* isLosslessNumber */.s)(value)) return value.toString();
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


;// CONCATENATED MODULE: ./build/main/src/vault/json.js



// src/vault/json.ts
/** Why this exists: JSON whose numbers keep their digits, and whose errors never quote the text (rule R5). */
/** The two ways to keep digits: Node.js 20 does not tell a reviver how a number was written. */
const READERS = {
	native: (text) => JSON.parse(text, keepDigits),
	lossless: (text) => parse(text)
};
function keepDigits(_, value, context) {
	return typeof value === "number" ? new LosslessNumber/* LosslessNumber */._(context?.source ?? "") : value;
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
	return value instanceof LosslessNumber/* LosslessNumber */._ ? Number(value.value) : void 0;
}
/** The own properties of a JSON object, undefined for anything else. */
function jsonObject(value) {
	return json_isObject(value) ? value : void 0;
}
function json_isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof LosslessNumber/* LosslessNumber */._);
}



/***/ }),

/***/ 414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Rr: () => (/* binding */ parsePath),
/* harmony export */   ft: () => (/* binding */ escapePath),
/* harmony export */   uT: () => (/* binding */ trimSlashes),
/* harmony export */   z9: () => (/* binding */ pathProblem)
/* harmony export */ });
// src/vault/paths.ts
/**
* The path, or what is wrong with it. Escapes such as `%20` are kept; what else needs escaping is escaped. `literal`: it
* stood in quotes, so `?` and `*` are characters like any other.
*/
function parsePath(text, { literal }) {
	if (literal) return plainPath(text);
	const [, plain = "", query] = /^([^?]*)(?:\?(.*))?$/s.exec(text) ?? [];
	const [, parent, stars] = /^(.*)\/(\*\*?)$/s.exec(plain) ?? [];
	if ((parent ?? plain).includes("*")) return { problem: "only the last segment of a path can be * or **" };
	if (query === void 0) {
		const folder = stars === void 0 ? void 0 : stars === "*" ? "direct" : "deep";
		return {
			...plainPath(parent ?? plain),
			...folder && { folder }
		};
	}
	const version = /^version=([1-9]\d{0,8})$/.exec(query)?.[1];
	if (version === void 0) return { problem: "after \"?\" only version=N is understood; a question mark in a name is written %3F" };
	if (stars !== void 0) return { problem: "a folder has no versions" };
	return {
		...plainPath(plain),
		version: Number(version)
	};
}
function plainPath(text) {
	const problem = pathProblem(text);
	return problem ? { problem } : { path: escapePath(trimSlashes(text)) };
}
/** Without the slashes around it. */
function trimSlashes(text) {
	return text.replace(/^\/+|\/+$/g, "");
}
/** What keeps a path from being sent, or undefined. Servers and URL parsers resolve dots and double slashes. */
function pathProblem(text) {
	const segments = trimSlashes(text).split("/").map(unescaped);
	if (segments.includes(void 0)) return "the path has an escape that is no UTF-8";
	return segmentProblem(segments.flatMap((segment) => segment?.split("/") ?? []));
}
function segmentProblem(segments) {
	if (segments.some((segment) => segment === "")) return "the path has an empty segment";
	if (segments.some((segment) => segment === "." || segment === "..")) return "the path may not hold . or ..";
	if (segments.some((segment) => /[\u0000-\u001f\u007f]/.test(segment))) return "the path has a control character";
}
/** Percent-encodes what a URL path cannot hold; existing escapes stay. */
function escapePath(text) {
	return text.replace(/%[0-9A-Fa-f]{2}|[^/]/gu, (part) => part.length === 3 && part[0] === "%" ? part : encode(part));
}
function encode(character) {
	return encodeURIComponent(character).replace(/%3A|%40|%24|%2C|%2B|%3D|%26/gi, decodeURIComponent);
}
/** Undefined for escapes that are no UTF-8. A percent sign that begins no escape stands for itself. */
function unescaped(segment) {
	try {
		return decodeURIComponent(segment.replace(/%(?![0-9A-Fa-f]{2})/g, "%25"));
	} catch {
		return;
	}
}



/***/ }),

/***/ 694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ proxyFor),
/* harmony export */   m: () => (/* binding */ proxyPassword)
/* harmony export */ });
/* harmony import */ var _packages_actions_http_client_lib_proxy_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(597);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(935);



// src/vault/proxy.ts
/** Why this exists: which proxy a request goes through is decided once, in main; post does the same from its state. */
/**
* The proxy for an address by `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` (either case), by the rules of every other
* action; loopback addresses have none. Credentials in it are secret (rule R20). Throws a `UsageError` for one that is no
* http(s) proxy: without it, requests would go where nobody wants them. `env` is the process's, which the library reads.
*/
function proxyFor(base, env) {
	const url = new URL(base);
	if ((0,_packages_actions_http_client_lib_proxy_js__WEBPACK_IMPORTED_MODULE_0__/* .checkBypass */ .H)(url)) return void 0;
	const lower = url.protocol === "https:" ? "https_proxy" : "http_proxy";
	const name = [lower, lower.toUpperCase()].find((one) => env[one]);
	if (!name) return void 0;
	const address = addressIn(env[name] ?? "");
	if (address) return new _secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z(address);
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb([{
		name,
		problem: PROBLEM
	}]);
}
const PROBLEM = "is not an address such as http://proxy.example.org:3128; in a user name or password, % is written %25";
/** Undefined also where escapes of the credentials cannot be undone. */
function addressIn(text) {
	try {
		const { href, protocol, username, password } = new URL(text.includes("//") ? text : `http://${text}`);
		decodeURIComponent(username + password);
		return /^https?:$/.test(protocol) ? href : void 0;
	} catch {
		return;
	}
}
/** The password in a proxy's address, if there is one, as the user wrote it without its escapes. */
function proxyPassword(proxy) {
	const { password } = new URL(proxy.reveal());
	return password === "" ? void 0 : new _secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z(decodeURIComponent(password));
}



/***/ }),

/***/ 743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $H: () => (/* binding */ certificates),
/* harmony export */   Je: () => (/* binding */ readPem),
/* harmony export */   YF: () => (/* binding */ tlsOptions),
/* harmony export */   dD: () => (/* binding */ keyProblem)
/* harmony export */ });
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
const ARMOUR = "-----BEGIN ";
/**
* PEM from PEM, base64 of PEM, or the path of a file that holds either. Throws what `readFile` throws; returns
* undefined when there is no PEM in it.
*/
function readPem(given, readFile) {
	const text = inlinePem(given);
	if (text || looksLikeBase64(given)) return text;
	return inlinePem(readFile(given.trim()));
}
function inlinePem(text) {
	if (text.includes(ARMOUR)) return text;
	const decoded = Buffer.from(text, "base64").toString();
	return decoded.includes(ARMOUR) ? decoded : void 0;
}
/** Longer than any path and without anything but the base64 alphabet. */
function looksLikeBase64(text) {
	return text.length > 200 && /^[A-Za-z0-9+/=\s]+$/.test(text);
}
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
/** The certificates of a PEM text; undefined when there are none or one of them is damaged. */
function certificates(pem, { X509Certificate }) {
	try {
		const found = (pem.match(CERTIFICATE) ?? []).map((block) => new X509Certificate(block));
		return found.length > 0 ? found : void 0;
	} catch {
		return;
	}
}
/** What is wrong with the pair, or undefined. Node's own messages are not passed on. */
function keyProblem({ cert, key }, crypto) {
	const [leaf] = certificates(cert, crypto) ?? [];
	try {
		const parsed = crypto.createPrivateKey(key);
		return leaf && !leaf.checkPrivateKey(parsed) ? "is not the key of clientCertificate" : void 0;
	} catch {
		return "holds no private key that can be used (an encrypted key cannot: decrypt it first)";
	}
}



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

// EXTERNAL MODULE: ./build/main/src/vault/json.js + 4 modules
var vault_json = __nccwpck_require__(950);
// EXTERNAL MODULE: ./build/main/src/vault/paths.js
var paths = __nccwpck_require__(414);
;// CONCATENATED MODULE: ./build/main/src/secrets/certificates.js


// src/secrets/certificates.ts
/** Why this exists: the `pki` input, `path {json}` separated by semicolons or new lines, as vault-action writes it. */
const SEPARATORS = /[\s;]*/y;
const PATH = /[^\s;{]+/y;
const BLANKS = /\s*/y;
/** The requests of a text, and all mistakes in it up to one after which nothing can be told apart. */
function parseCertificateRequests(text) {
	const requests = [];
	const mistakes = [];
	let at = 0;
	const match = (pattern) => {
		pattern.lastIndex = at;
		const found = pattern.exec(text)?.[0] ?? "";
		at += found.length;
		return found;
	};
	for (;;) {
		match(SEPARATORS);
		if (at >= text.length) return {
			requests,
			mistakes
		};
		const start = at;
		const path = match(PATH);
		match(BLANKS);
		const json = objectAt(text, at);
		const parameters = (0,vault_json/* jsonObject */.o$)((0,vault_json/* parseJson */.qF)(json ?? ""));
		at += json?.length ?? 0;
		const parsed = (0,paths/* parsePath */.Rr)(path, { literal: false });
		const problem = problemOf(path, parsed, parameters);
		if (problem) mistakes.push({
			...placeOf(text, start),
			problem
		});
		else if ("path" in parsed && parameters) requests.push({
			path: parsed.path,
			parameters,
			line: placeOf(text, start).line
		});
		if (json === void 0) return {
			requests,
			mistakes
		};
	}
}
function problemOf(path, parsed, parameters) {
	if (path === "") return "expected a path, such as pki/issue/web, before \"{\"";
	if ("problem" in parsed) return String(parsed.problem);
	if ("folder" in parsed || "version" in parsed) return `"${path}" is not the path of an issuer`;
	return parameters ? void 0 : `expected parameters after "${path}": a JSON object such as {"common_name": "\u2026"}`;
}
/** The text of the JSON object that begins at `start`: up to the brace that closes it. */
function objectAt(text, start) {
	if (text[start] !== "{") return void 0;
	let depth = 0;
	for (const { 0: token, index } of text.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gs)) {
		if (token === "{") depth++;
		if (token === "}" && --depth === 0) return text.slice(start, start + index + 1);
	}
}
function placeOf(text, index) {
	const lines = text.slice(0, index).split("\n");
	return {
		line: lines.length,
		column: (lines.at(-1)?.length ?? 0) + 1
	};
}


// EXTERNAL MODULE: ./build/main/src/vault/errors.js
var errors = __nccwpck_require__(935);
;// CONCATENATED MODULE: ./build/main/src/config/addresses.js
// src/config/addresses.ts
/** The addresses of a list separated by commas or blanks. */
function readAddresses(text, rules) {
	const given = text.split(/[\s,]+/).filter(Boolean);
	if (given.length === 0) return {
		addresses: [],
		problems: ["is empty: give the address of the server, or set VAULT_ADDR"]
	};
	if (text.includes("@")) return {
		addresses: [],
		problems: ["may not hold a user name or a password"]
	};
	const results = given.map((address) => readAddress(address, rules));
	return {
		addresses: results.flatMap((result) => "base" in result ? [result] : []),
		problems: results.flatMap((result) => "problem" in result ? [result.problem] : [])
	};
}
function readAddress(text, rules) {
	const url = URL.canParse(text) ? new URL(text) : void 0;
	if (!url || !/^https?:$/.test(url.protocol)) return { problem: `"${text}" is not an address such as https://vault.example.org:8200` };
	if (url.search || url.hash) return { problem: `"${text}" has a "?" or "#", which an address cannot have` };
	if (/^\/ui(\/|$)/.test(url.pathname)) return { problem: `"${text}" is the web page: leave out /ui and what follows` };
	if (url.protocol === "http:" && !isLoopback(url.hostname) && !rules.unprotected) return { problem: `"${text}" would send credentials in clear: use https://, or accept that with tlsSkipVerify: true` };
	const path = url.pathname.replace(/\/+$/, "").replace(/\/v1$/, "").replace(/\/+$/, "");
	const base = `${url.origin}${path}`;
	return {
		base,
		proxy: rules.proxyFor(base)
	};
}
/** Traffic to these never leaves the machine (rule R11). */
function isLoopback(hostname) {
	return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname) || hostname.endsWith(".localhost");
}


// EXTERNAL MODULE: ./build/main/src/secret.js
var secret = __nccwpck_require__(677);
// EXTERNAL MODULE: ./build/main/src/vault/tls.js
var tls = __nccwpck_require__(743);
;// CONCATENATED MODULE: ./build/main/src/config/certificates.js



// src/config/certificates.ts
/** Why this exists: the TLS inputs become PEM that Node accepts, or problems; never a connection with less protection. */
const INPUT = {
	ca: "caCertificate",
	cert: "clientCertificate",
	key: "clientKey"
};
/** Bytes that fit into the environment of the post step, which gets all of it as one variable. */
const LARGEST = 49152;
/** The TLS settings; with problems, they must not be used. */
function readTls(raw, skipVerify, machine) {
	const parts = [
		"ca",
		"cert",
		"key"
	].map((part) => readPart(part, raw, machine));
	const pems = Object.assign({}, ...parts.map(({ pem }) => pem));
	const problems = parts.flatMap((part) => part.problems);
	const { ca, cert, key } = pems;
	return {
		tls: {
			ca,
			cert,
			key: key === void 0 ? void 0 : new secret/* Secret */.z(key),
			serverName: raw.tlsServerName || void 0,
			skipVerify
		},
		problems: problems.length > 0 ? problems : [...pairProblems(raw, pems, machine), ...sizeProblems(pems)]
	};
}
function readPart(part, raw, { readFile, crypto }) {
	const name = INPUT[part];
	if (raw[name] === "") return {
		pem: {},
		problems: []
	};
	try {
		const pem = (0,tls/* readPem */.Je)(raw[name], readFile);
		if (pem && (part === "key" || (0,tls/* certificates */.$H)(pem, crypto()))) return {
			pem: { [part]: pem },
			problems: []
		};
		return {
			pem: {},
			problems: [{
				name,
				problem: `holds no ${part === "key" ? "key" : "valid certificate"}: ${WAYS}`
			}]
		};
	} catch (error) {
		return {
			pem: {},
			problems: [{
				name,
				problem: `is neither PEM nor base64 of PEM nor a file that can be read (${(0,errors/* errorCode */.CA)(error)})`
			}]
		};
	}
}
const WAYS = "give PEM, base64 of PEM, or the path of a file";
function pairProblems(raw, { cert, key }, { crypto }) {
	if (raw.clientCertificate !== "" && raw.clientKey === "") return [{
		name: "clientKey",
		problem: "is empty, but clientCertificate is given: both or neither"
	}];
	if (raw.clientKey !== "" && raw.clientCertificate === "") return [{
		name: "clientCertificate",
		problem: "is empty, but clientKey is given: both or neither"
	}];
	const wrong = cert && key ? (0,tls/* keyProblem */.dD)({
		cert,
		key
	}, crypto()) : void 0;
	return wrong ? [{
		name: "clientKey",
		problem: wrong
	}] : [];
}
function sizeProblems(pems) {
	const bytes = Object.values(pems).reduce((sum, pem) => sum + Buffer.byteLength(pem), 0);
	if (bytes <= LARGEST) return [];
	return [{
		name: INPUT.ca,
		problem: `and the client certificate have ${Math.ceil(bytes / 1024)} KiB, more than ${LARGEST / 1024} KiB: give only the CA that signed the server's certificate, not a bundle of all CAs`
	}];
}


;// CONCATENATED MODULE: ./build/main/src/config/files.js

// src/config/files.ts
/** Why this exists: inputs that name a file are read in one way, and fail with one sentence. */
/** The text of a file, or a sentence about why there is none. */
function readText(path, readFile) {
	return readAs(`the file ${path}`, path, readFile);
}
/** The same of a file that holds a credential: without a slash, the path may be the credential itself, in a wrong place. */
function readCredential(path, readFile) {
	return readAs(/[\\/]/.test(path) ? `the file ${path}` : "the file of that name", path, readFile);
}
function readAs(told, path, readFile) {
	try {
		const text = readFile(path);
		return text.trim() === "" ? { problem: `${told} is empty` } : { text };
	} catch (error) {
		return { problem: `${told} cannot be read (${(0,errors/* errorCode */.CA)(error)})` };
	}
}


;// CONCATENATED MODULE: ./build/main/src/config/credentials.js



// src/config/credentials.ts
/** Why this exists: which identity the job logs in with, out of the inputs that can say it in several ways. */
/** The identity, or all that is wrong with it. */
function readIdentity(raw, readFile) {
	const method = raw.method.toLowerCase() || (raw.token !== "" && !namesApprole(raw) ? "token" : "approle");
	if (method === "token") return readToken(raw);
	if (method === "approle") return readApprole(raw, readFile);
	return problem("method", `"${raw.method}" is not supported: approle or token is`);
}
function namesApprole(raw) {
	return [
		raw.roleId,
		raw.roleIdFile,
		raw.secretId,
		raw.secretIdFile,
		raw.wrappedSecretId
	].some(Boolean);
}
function readToken({ token }) {
	if (token === "") return problem("token", "is empty: method token needs one, here or in VAULT_TOKEN");
	if (!isHeaderSafe(token)) return problem("token", UNPRINTABLE);
	return {
		identity: {
			method: "token",
			token: new secret/* Secret */.z(token)
		},
		problems: []
	};
}
const UNPRINTABLE = "has a blank, a line break or another character that no token has: was it cut or joined?";
/** Checked before a header is built: Node's error would quote the value. */
function isHeaderSafe(token) {
	return /^[\x21-\x7e]+$/.test(token);
}
function readApprole(raw, readFile) {
	const mount = readMount(raw.path);
	const roleId = oneOf(raw, ["roleId", "roleIdFile"], readFile);
	const secretId = readSecretId(raw, readFile);
	const problems = [
		mount,
		roleId,
		secretId
	].flatMap((part) => "problems" in part ? part.problems : []);
	if ("problems" in mount || "problems" in roleId || "problems" in secretId) return { problems };
	if (!roleId.text) return problem("roleId", "is empty: AppRole needs a RoleID, here, in roleIdFile or in VAULT_ROLE_ID");
	const roleName = raw.roleName || void 0;
	return {
		identity: {
			method: "approle",
			mount: mount.mount,
			roleId: new secret/* Secret */.z(roleId.text),
			roleName,
			secretId
		},
		problems: []
	};
}
/** `x`, `/x/`, `auth/x` and `auth/x/login` are the same mount. */
function readMount(path) {
	const wrong = path === "" ? void 0 : (0,paths/* pathProblem */.z9)(path);
	const mount = (0,paths/* trimSlashes */.uT)(path).replace(/^auth\//, "").replace(/\/login$/, "");
	if (mount === "") return { mount: "approle" };
	return wrong ? problem("path", `${wrong}: give the mount of the auth method, such as approle`) : { mount: (0,paths/* escapePath */.ft)(mount) };
}
function readSecretId(raw, readFile) {
	const found = oneOf(raw, [
		"secretId",
		"secretIdFile",
		"wrappedSecretId"
	], readFile);
	if ("problems" in found) return found;
	const { from, text } = found;
	if (!text) return { kind: "none" };
	if (from !== "wrappedSecretId") return {
		kind: "plain",
		secretId: new secret/* Secret */.z(text)
	};
	if (!isHeaderSafe(text)) return problem("wrappedSecretId", UNPRINTABLE);
	return {
		kind: "wrapped",
		wrappingToken: new secret/* Secret */.z(text)
	};
}
/** The one of several inputs that is given; an input ending in `File` names the file that holds the text. */
function oneOf(raw, names, readFile) {
	const [from, ...others] = names.filter((name) => raw[name] !== "");
	if (!from) return {};
	if (others.length > 0) return problem(from, `cannot be combined with ${others.join(" and ")}: give one of them`);
	if (!from.endsWith("File")) return {
		from,
		text: raw[from]
	};
	const read = readCredential(raw[from], readFile);
	return "problem" in read ? problem(from, read.problem) : {
		from,
		text: read.text.trim()
	};
}
function problem(name, text) {
	return { problems: [{
		name,
		problem: text
	}] };
}


// EXTERNAL MODULE: ./build/main/src/secrets/grammar.js + 1 modules
var grammar = __nccwpck_require__(617);
;// CONCATENATED MODULE: ./build/main/src/config/entries.js


// src/config/entries.ts
/** Why this exists: the entries of the `secrets` input and of the file that `secretsFile` names, with all mistakes. */
/** Both may be given; the file's entries come last. */
function readEntries({ secrets, secretsFile }, readFile) {
	const inline = (0,grammar/* parseSecrets */.dC)(secrets, "secrets");
	const file = secretsFile === "" ? { text: "" } : readText(secretsFile, readFile);
	const more = (0,grammar/* parseSecrets */.dC)("text" in file ? file.text : "", "secretsFile");
	return {
		entries: [...inline.entries, ...more.entries],
		problems: [
			...inline.mistakes.map((mistake) => ({
				name: "secrets",
				problem: described(mistake)
			})),
			...more.mistakes.map((mistake) => ({
				name: "secretsFile",
				problem: described(mistake)
			})),
			..."problem" in file ? [{
				name: "secretsFile",
				problem: file.problem
			}] : []
		]
	};
}
function described({ line, column, problem }) {
	return `line ${line}, column ${column}: ${problem}`;
}


// EXTERNAL MODULE: ./build/main/packages/zod/v4/core/core.js
var core = __nccwpck_require__(842);
// EXTERNAL MODULE: ./build/main/packages/zod/v4/mini/schemas.js + 5 modules
var schemas = __nccwpck_require__(938);
;// CONCATENATED MODULE: ./build/main/src/config/fields.js


// src/config/fields.ts
/** Why this exists: the inputs that are a switch, a number or one word of a few. */
/** The words of the YAML 1.2 core schema, as `core.getBooleanInput` takes them. */
const BOOLEANS = new Map([...[
	"true",
	"True",
	"TRUE"
].map((word) => [word, true]), ...[
	"false",
	"False",
	"FALSE"
].map((word) => [word, false])]);
/** Without code made from strings: parsers are used once here, and compiling one takes longer. */
(0,core/* config */.$W)({ jitless: true });
const FIELDS = (0,schemas/* object */.Ik)({
	exportEnv: flag(true),
	exportToken: flag(false),
	outputToken: flag(false),
	ignoreNotFound: flag(false),
	tlsSkipVerify: flag(false),
	summary: flag(true),
	timeout: decimal({
		fallback: 10,
		least: 1,
		most: 300,
		unit: "seconds"
	}),
	retries: decimal({
		fallback: 3,
		least: 0,
		most: 10,
		unit: "tries",
		whole: true
	}),
	secretEncodingType: word([
		"utf8",
		"base64",
		"hex"
	]),
	revoke: word([
		"post",
		"main",
		"never"
	])
});
/** The fields; those that are wrong have a problem each, and the result must not be used then. */
function readFields(raw) {
	const parsed = FIELDS.safeParse(raw);
	if (parsed.success) return {
		fields: parsed.data,
		problems: []
	};
	return { problems: parsed.error.issues.map(({ path, message }) => ({
		name: String(path[0]),
		problem: message
	})) };
}
/** The fields, with their defaults in place of those that have a problem. */
function withDefaults(raw, problems) {
	return FIELDS.parse({
		...raw,
		...Object.fromEntries(problems.map(({ name }) => [name, ""]))
	});
}
/** Whether verification is to be skipped, whatever is wrong with the other inputs. */
function skipsVerification({ tlsSkipVerify }) {
	return BOOLEANS.get(tlsSkipVerify) ?? false;
}
function flag(fallback) {
	return parsedText((text) => text === "" ? fallback : BOOLEANS.get(text), (text) => `"${text}" is no boolean: write true or false`);
}
function decimal({ fallback, least, most, unit, whole = false }) {
	return parsedText((text) => {
		const value = text === "" ? fallback : Number(text);
		return /^(\d+(\.\d+)?)?$/.test(text) && value >= least && value <= most && (!whole || Number.isInteger(value)) ? value : void 0;
	}, (text) => `"${text}" is not ${whole ? "a whole number" : "a number"} of ${unit} from ${least} to ${most}`);
}
function word(words) {
	return parsedText((text) => text === "" ? words[0] : words.find((known) => known === text), (text) => `"${text}" is not one of ${words.join(", ")}`);
}
/** A text that `parse` understands; what it does not (undefined) is the issue that `problem` words. */
function parsedText(parse, problem) {
	return (0,schemas/* transform */.pd)((text, context) => {
		const value = parse(text);
		if (value !== void 0) return value;
		context.issues.push({
			code: "custom",
			message: problem(text),
			input: text
		});
		return core/* NEVER */.tm;
	});
}


;// CONCATENATED MODULE: ./build/main/src/config/headers.js

// src/config/headers.ts
/** Why this exists: the `extraHeaders` input, for gateways in front of Vault that want headers of their own. */
/** Headers that are ours, or that would change what a request means. */
const OURS = /^(x-vault-.*|host|connection|content-length|content-type|transfer-encoding|accept|user-agent|expect|upgrade|te|trailer|keep-alive|proxy-.*)$/i;
/** Lines of `Name: value`; a name given twice gets both values, separated by a comma, as in HTTP. */
function readHeaders(text) {
	const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
	const problems = [];
	const values = /* @__PURE__ */ new Map();
	lines.forEach((line, index) => {
		if (line === "") return;
		const [, name = "", value = ""] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):\s*([\x20-\x7e]+)$/.exec(line) ?? [];
		const key = name.toLowerCase();
		if (name === "") problems.push(`line ${index + 1} is not "Name: value" in printable ASCII`);
		else if (OURS.test(name)) problems.push(`line ${index + 1} sets ${name}, which is set by the action itself`);
		else values.set(key, values.has(key) ? `${values.get(key)}, ${value}` : value);
	});
	return {
		headers: Object.fromEntries([...values].map(([name, value]) => [name, new secret/* Secret */.z(value)])),
		problems
	};
}


;// CONCATENATED MODULE: ./build/main/src/config/config.js









// src/config/config.ts
/** The configuration. Throws a `UsageError` with every problem of every input, or of the variable that stands in for it. */
function readConfig(raw, machine, variables) {
	const { config, problems } = readParts(raw, machine);
	if (problems.length === 0 && config) return config;
	throw new errors/* UsageError */.eb(problems.map((one) => renamed(one, variables ?? /* @__PURE__ */ new Map())));
}
/** In the text, a name that is a plain word, such as `token`, may be that word. */
function renamed({ name, problem }, variables) {
	const words = problem.replace(/\b[a-z]+[A-Z]\w*\b/g, (word) => variables.get(word) ?? word);
	return {
		name: variables.get(name) ?? name,
		problem: words
	};
}
/** For those who can use a part of the inputs, too. Never throws for what a user can get wrong. */
function readParts(raw, machine) {
	const { fields: right, problems: fieldProblems } = readFields(raw);
	const fields = right ?? withDefaults(raw, fieldProblems);
	const { server, addressProblems, channelProblems } = readServer(raw, fields, machine);
	const { identity, problems: identityProblems } = readIdentity(raw, machine.readFile);
	const { entries, problems: entryProblems } = readEntries(raw, machine.readFile);
	const { requests: certificates, mistakes } = parseCertificateRequests(raw.pki);
	const namespace = rootless(raw.namespace);
	const parts = {
		namespace,
		authNamespace: raw.authNamespace === "" ? namespace : rootless(raw.authNamespace),
		entries,
		certificates
	};
	return {
		...parts,
		server,
		config: server && identity && {
			...parts,
			server,
			identity,
			...passedOn(fields)
		},
		problems: [
			...addressProblems,
			...namespaceProblems(raw),
			...identityProblems,
			...entryProblems,
			...named("pki", mistakes.map(described)),
			...channelProblems,
			...fieldProblems
		]
	};
}
/** The server; undefined where a request could go astray: to a wrong namespace, without its headers, less protected. */
function readServer(raw, { timeout, retries }, machine) {
	const skipVerify = skipsVerification(raw);
	const { addresses, problems } = readAddresses(raw.url, {
		unprotected: skipVerify,
		proxyFor: machine.proxyFor
	});
	const { tls, problems: tlsProblems } = readTls(raw, skipVerify, machine);
	const { headers: extraHeaders, problems: headerProblems } = readHeaders(raw.extraHeaders);
	const channelProblems = [...tlsProblems, ...named("extraHeaders", headerProblems)];
	const [first, ...more] = addresses;
	const isSafe = channelProblems.length === 0 && namespaceProblems(raw).length === 0;
	return {
		server: first && isSafe ? {
			addresses: [first, ...more],
			tls,
			extraHeaders,
			timeoutMs: timeout * 1e3,
			retries
		} : void 0,
		addressProblems: named("url", problems),
		channelProblems
	};
}
function passedOn({ tlsSkipVerify, timeout, retries, secretEncodingType, ...passed }) {
	const encoded = secretEncodingType === "base64" || secretEncodingType === "hex";
	return {
		...passed,
		secretEncodingType: encoded ? secretEncodingType : void 0,
		warnings: tlsSkipVerify ? [SKIP_VERIFY] : []
	};
}
/** `/` is the root namespace, which has no header. */
function rootless(namespace) {
	return (0,paths/* trimSlashes */.uT)(namespace) || void 0;
}
const SKIP_VERIFY = "tlsSkipVerify is on: whoever is between this runner and the server can read and change everything, the credentials included. Give the CA in caCertificate instead.";
function named(name, problems) {
	return problems.map((problem) => ({
		name,
		problem
	}));
}
/** A namespace goes into a header. */
function namespaceProblems(raw) {
	return ["namespace", "authNamespace"].filter((name) => !/^[\x21-\x7e]*$/.test(raw[name])).map((name) => ({
		name,
		problem: "has a blank or a character outside ASCII, which no namespace has"
	}));
}


;// CONCATENATED MODULE: ./build/main/src/config/inputs.js
// src/config/inputs.ts
/**
* Why this exists: the inputs by name, and the environment variables that stand in for them. `BAO_X` wins over
* `VAULT_X` even when it is empty, as in OpenBao's own client; an input wins over both.
*/
const INPUTS = [
	"url",
	"namespace",
	"authNamespace",
	"method",
	"path",
	"roleId",
	"roleIdFile",
	"secretId",
	"secretIdFile",
	"wrappedSecretId",
	"roleName",
	"token",
	"secrets",
	"secretsFile",
	"pki",
	"exportEnv",
	"exportToken",
	"outputToken",
	"ignoreNotFound",
	"secretEncodingType",
	"caCertificate",
	"clientCertificate",
	"clientKey",
	"tlsServerName",
	"tlsSkipVerify",
	"extraHeaders",
	"timeout",
	"retries",
	"revoke",
	"summary"
];
const VARIABLES = {
	url: ["ADDR"],
	namespace: ["NAMESPACE"],
	method: ["AUTH_METHOD"],
	roleId: ["ROLE_ID"],
	secretId: ["SECRET_ID"],
	wrappedSecretId: ["WRAPPED_SECRET_ID"],
	caCertificate: ["CACERT_BYTES", "CACERT"],
	clientCertificate: ["CLIENT_CERT"],
	clientKey: ["CLIENT_KEY"],
	tlsServerName: ["TLS_SERVER_NAME"]
};
/** Different ways to say one thing: where one of them is an input, the environment has no say about the others. */
const ALTERNATIVES = [
	["roleId", "roleIdFile"],
	[
		"secretId",
		"secretIdFile",
		"wrappedSecretId"
	],
	["clientCertificate", "clientKey"]
];
/** The inputs, completed from the environment. `input` gives an input's trimmed text, empty when absent. */
function completeInputs(input, env) {
	const variables = standIns(input, env);
	const text = (name) => input(name) || (env[variables.get(name) ?? ""] ?? "").trim();
	return Object.fromEntries(INPUTS.map((name) => [name, text(name)]));
}
/** The variables that stand in for inputs, by the input. */
function standIns(input, env) {
	const settled = new Set(ALTERNATIVES.filter((names) => names.some((name) => input(name) !== "")).flat());
	const found = /* @__PURE__ */ new Map();
	const look = (name, variables) => {
		const variable = input(name) === "" && !settled.has(name) ? setIn(env, variables) : void 0;
		if (variable) found.set(name, variable);
	};
	for (const name of INPUTS) look(name, VARIABLES[name] ?? []);
	if ((input("method") || env[found.get("method") ?? ""])?.trim().toLowerCase() === "token") look("token", ["TOKEN"]);
	return found;
}
/** The first of these variables that is set, and not to nothing. */
function setIn(env, variables) {
	return variables.map((name) => env[`BAO_${name}`] === void 0 ? `VAULT_${name}` : `BAO_${name}`).find((name) => (env[name] ?? "").trim() !== "");
}


// EXTERNAL MODULE: ./build/main/src/vault/cancellation.js + 1 modules
var cancellation = __nccwpck_require__(268);
// EXTERNAL MODULE: ./build/main/src/vault/proxy.js
var proxy = __nccwpck_require__(694);
;// CONCATENATED MODULE: ./build/main/packages/@actions/core/lib/utils.js
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
;// CONCATENATED MODULE: ./build/main/packages/@actions/core/lib/command.js


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
;// CONCATENATED MODULE: ./build/main/src/github/random.js

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
;// CONCATENATED MODULE: ./build/main/packages/@actions/core/lib/file-command.js




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


;// CONCATENATED MODULE: ./build/main/packages/@actions/core/lib/core.js




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


// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: ./build/main/src/platform/files.js



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
		const folder = (0,external_node_fs_namespaceObject.mkdtempSync)((0,external_node_path_.join)(parent, PREFIX));
		keep(folder);
		const done = /* @__PURE__ */ new Set();
		return publications.map((one) => one.file === void 0 ? plain(one) : written(one, (0,external_node_path_.join)(folder, one.file), done));
	} catch (error) {
		if (error instanceof errors/* UsageError */.eb) throw error;
		throw unsafe(`files cannot be written below ${place.name} (${(0,errors/* errorCode */.CA)(error)}): nothing was published`);
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
	return !/^\.\.(?:[\\/]|$)|^[A-Za-z]:|^[\\/]/.test((0,external_node_path_.relative)(folder, path));
}
function unsafe(problem) {
	return new errors/* UsageError */.eb([{
		name: "secrets",
		problem
	}]);
}
/** Removes what `placeFiles` made; nothing else, and nothing where there is nothing. */
function removeFolder(folder) {
	if ((0,external_node_path_.basename)(folder).startsWith(PREFIX)) (0,external_node_fs_namespaceObject.rmSync)(folder, {
		recursive: true,
		force: true
	});
}


;// CONCATENATED MODULE: ./build/main/src/platform/messages.js

// src/platform/messages.ts
/** Why this exists: what went wrong, in texts that a platform can print one by one. */
/** One text for each thing that is wrong, each once. The texts are still to be redacted and made inert. */
function messagesOf(error, redacted) {
	if (error instanceof AggregateError) return [...new Set(error.errors.flatMap((one) => messagesOf(one, redacted)))];
	if (error instanceof errors/* UsageError */.eb) return error.problems.map(({ name, problem }) => `${name}: ${problem}`);
	return [(0,errors/* formatError */.Wk)(error, redacted)];
}


;// CONCATENATED MODULE: ./build/main/src/platform/surroundings.js
// src/platform/surroundings.ts
/** What makes a safe run impossible: with NODE_DEBUG, Node prints request headers. */
function debugProblems(env) {
	return env.NODE_DEBUG ? [{
		name: "NODE_DEBUG",
		problem: NODE_DEBUG
	}] : [];
}
const NODE_DEBUG = "is set: Node.js would print request headers, with the token in them; unset it for this step";


;// CONCATENATED MODULE: ./build/main/src/printable.js
// src/printable.ts
/** Why this exists: text that others wrote is printed without secrets in it and without being a command (R5, R6). */
const HIDDEN = "***";
/** The text with every one of `secrets` replaced. */
function redact(text, secrets) {
	return [...secrets].filter((secret) => text.includes(secret)).sort((a, b) => b.length - a.length).reduce((redacted, secret) => redacted.replaceAll(secret, HIDDEN), text);
}
/**
* The text without control characters except newlines, and with nothing that a runner takes for a command: `::` at the
* start of a line, `##[` anywhere.
*/
function inert(text) {
	return text.replace(/\r\n?/g, "\n").replace(/\u001b\[[0-9;?]*[ -/]*[@-~]|[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/g, " ").replace(/##\[/g, "## [").replace(/^(\s*):(?=:)/gm, "$1: ");
}


// EXTERNAL MODULE: ./build/main/src/vault/handle.js
var vault_handle = __nccwpck_require__(390);
;// CONCATENATED MODULE: ./build/main/src/github/command-files.js


// src/github/command-files.ts
/** Why this exists: the runner's command files get all of what a step hands on, or nothing of it (law 3). */
const NAMES = [
	"GITHUB_ENV",
	"GITHUB_OUTPUT",
	"GITHUB_STATE"
];
/** Without the files `@actions/core` would fall back to commands on standard output, values in clear. */
function commandFileProblems(env) {
	return NAMES.flatMap((name) => {
		const problem = fileProblem(env[name]);
		return problem ? [{
			name,
			problem
		}] : [];
	});
}
function fileProblem(path) {
	if (!path) return "is not set: this is no GitHub Actions runner, or one that is too old";
	try {
		(0,external_node_fs_namespaceObject.accessSync)(path, external_node_fs_namespaceObject.constants.W_OK);
		return;
	} catch {
		return "names a file that cannot be written: nothing could be handed to later steps";
	}
}
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
		throw new errors/* UsageError */.eb([{
			name,
			problem: unwritten((0,errors/* errorCode */.CA)(error), restored)
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


// EXTERNAL MODULE: ./build/main/src/job/report.js
var job_report = __nccwpck_require__(739);
;// CONCATENATED MODULE: ./build/main/src/github/markdown.js

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
		`${login}${(0,job_report/* countsOf */.m)(report)}.`,
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


;// CONCATENATED MODULE: ./build/main/src/github/ci.js










// src/github/ci.ts
/** Why this exists: the GitHub runner as the job's port. The only file that imports `@actions/core`. */
const STATE = "cleanup";
const FOLDER = "folder";
function runner() {
	const hidden = /* @__PURE__ */ new Set();
	const controller = (0,cancellation/* cancellation */.WN)();
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
		kept: () => (0,vault_handle/* unpackHandle */.zj)(getState(STATE)),
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
	const packed = handle ? (0,vault_handle/* packHandle */.qB)(handle).reveal() : "";
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
/** What of this process's surroundings makes a safe run impossible. */
function surroundingProblems(env) {
	return [...commandFileProblems(env), ...debugProblems(env)];
}


;// CONCATENATED MODULE: ./build/main/src/config/command-line.js

// src/config/command-line.ts
/** Why this exists: the inputs of a failed job as flags, so that somebody can ask the same questions again, on one line. */
/** Inputs that a command line may show, by their flags. None of them holds a credential. */
const SHOWN = [
	["url", "--url"],
	["namespace", "--namespace"],
	["authNamespace", "--auth-namespace"],
	["method", "--method"],
	["path", "--path"],
	["roleName", "--role-name"],
	["tlsServerName", "--tls-server-name"],
	["secretsFile", "--secrets-file"]
];
const FILES = [
	["caCertificate", "--ca-certificate"],
	["clientCertificate", "--client-certificate"],
	["clientKey", "--client-key"]
];
/** Characters; a longer list of secrets is left out, because nobody would find the command in it. */
const LONGEST = 400;
/** Flags for `sh`. What has its default is left out, as is PEM where a file could be named. */
function flagsOf(raw) {
	const secrets = (0,grammar/* oneLine */.TN)(raw.secrets);
	const flags = [
		...SHOWN.map(([name, flag]) => [flag, raw[name]]),
		...FILES.map(([name, flag]) => [flag, isPath(raw[name]) ? raw[name] : ""]),
		["--secrets", secrets.length > LONGEST ? "" : secrets]
	].filter(([flag, value]) => value !== "" && !(flag === "--path" && value === "approle"));
	const switches = raw.tlsSkipVerify.toLowerCase() === "true" ? ["--tls-skip-verify"] : [];
	return [...flags.map(([flag, value]) => `${flag} ${command_line_word(value)}`), ...switches].join(" ");
}
/** The variables that the same credentials would be in. */
function variablesOf(raw) {
	if (raw.method.toLowerCase() === "token" || raw.token && !raw.roleId && !raw.roleIdFile) return "VAULT_TOKEN";
	if (raw.wrappedSecretId) return "VAULT_ROLE_ID and a new VAULT_WRAPPED_SECRET_ID";
	return raw.secretId || raw.secretIdFile ? "VAULT_ROLE_ID and VAULT_SECRET_ID" : "VAULT_ROLE_ID";
}
function isPath(text) {
	return text.length < 200 && !text.includes("-----BEGIN");
}
/** One word for a shell. */
function command_line_word(text) {
	return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}


;// CONCATENATED MODULE: ./build/main/src/github/doctor-line.js



// src/github/doctor-line.ts
/** Why this exists: a failed step ends with the one line that finds out why, as it can be pasted. */
/** For a later step of the job, where the server is as far away, and for a machine of one's own that runs jobs. */
function doctorLine(raw, place) {
	return `To find out why, run in a later step of this job (if: failure()), with ${variablesOf(raw)} in its env: ${program(place)} doctor ${flagsOf(raw)}`;
}
/**
* The command line of the version that failed: beside the script in a clone, else out of its repository, because what a
* runner downloads is without it
* (https://docs.github.com/actions/reference/workflows-and-actions/variables#default-environment-variables).
*/
function program({ script, env, exists }) {
	const beside = (0,external_node_path_.resolve)(script, "..", "..", "cli", "index.js").replaceAll("\\", "/");
	if (exists(beside)) return `node ${command_line_word(beside)}`;
	const { GITHUB_SERVER_URL: server = "https://github.com", GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = env;
	if (!repository || !ref) return "vault-approle";
	const address = `${server}/${repository}/raw/${ref}/dist/cli/index.js`;
	return `curl -fsSLo vault-approle.cjs ${command_line_word(address)} && node vault-approle.cjs`;
}
/** Wrong inputs say all that there is to say, and so does a wrapping token that somebody has opened. */
function isOfServer(error) {
	if (error instanceof AggregateError) return error.errors.some(isOfServer);
	return error instanceof errors/* VaultError */.hb || error instanceof errors/* UnreachableError */.Jk;
}


;// CONCATENATED MODULE: ./build/main/src/github/main.js








// src/github/main.ts
/** Why this exists: the entry of the step. Everything that can go wrong ends in one message and a status of 1. */
const ci = runner();
/** Known once they were read. */
let inputs;
function main_fail(error) {
	process.exitCode = 1;
	ci.fail(error);
	if (!inputs || !isOfServer(error)) return;
	ci.info(doctorLine(inputs, {
		script: process.argv[1] ?? "",
		env: process.env,
		exists: external_node_fs_namespaceObject.existsSync
	}));
}
/** The job is loaded when there is one: half of the start-up time is Node's TLS and HTTP. */
async function main() {
	const problems = surroundingProblems(process.env);
	if (problems.length > 0) throw new errors/* UsageError */.eb(problems);
	inputs = completeInputs(ci.input, process.env);
	const config = readConfig(inputs, {
		readFile: (path) => (0,external_node_fs_namespaceObject.readFileSync)(path, "utf8"),
		proxyFor: (base) => (0,proxy/* proxyFor */.i)(base, process.env),
		crypto: () => process.getBuiltinModule("node:crypto")
	}, standIns(ci.input, process.env));
	const { runJob } = await __nccwpck_require__.e(/* import() */ 427).then(__nccwpck_require__.bind(__nccwpck_require__, 427));
	await runJob(config, ci);
}
/** Milliseconds; a runner kills the step 7.5 s after it asked for its end. */
const LONGEST_FAREWELL_MS = 4500;
/** A login under way is waited for: its token would otherwise live on, unknown to post (rule R13). */
function cancel(signal) {
	const reason = new errors/* UsageError */.eb([{
		name: signal,
		problem: "the step was cancelled"
	}]);
	main_fail(reason);
	setTimeout(leaveSoon, LONGEST_FAREWELL_MS);
	ci.cancel(reason, leaveSoon);
}
/** That the step was cancelled has been told. */
function failUnlessTold(error) {
	if (!(0,cancellation/* isCancellation */.iB)(error, ci.cancelled)) main_fail(error);
}
/** Failed until proven otherwise: a process whose work never settles would end with 0. */
process.exitCode = 1;
process.on("uncaughtException", (error) => {
	main_fail(error);
	process.exit();
});
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => cancel(signal));
main().then(() => {
	if (!ci.cancelled.aborted) process.exitCode = 0;
}, failUnlessTold).finally(leave);


module.exports = __webpack_exports__;
/******/ })()
;