#!/usr/bin/env node
/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 629:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

"use strict";


const https = __nccwpck_require__(692)
const http = __nccwpck_require__(611)
const { URL } = __nccwpck_require__(16)

class HttpProxyAgent extends http.Agent {
  constructor (options) {
    const { proxy, proxyRequestOptions, ...opts } = options
    super(opts)
    this.proxy = typeof proxy === 'string'
      ? new URL(proxy)
      : proxy
    this.proxyRequestOptions = proxyRequestOptions || {}
  }

  createConnection (options, callback) {
    const requestOptions = {
      ...this.proxyRequestOptions,
      method: 'CONNECT',
      host: this.proxy.hostname,
      port: this.proxy.port,
      path: `${options.host}:${options.port}`,
      setHost: false,
      headers: { ...this.proxyRequestOptions.headers, connection: this.keepAlive ? 'keep-alive' : 'close', host: `${options.host}:${options.port}` },
      agent: false,
      timeout: options.timeout || 0
    }

    if (this.proxy.username || this.proxy.password) {
      const base64 = Buffer.from(`${decodeURIComponent(this.proxy.username || '')}:${decodeURIComponent(this.proxy.password || '')}`).toString('base64')
      requestOptions.headers['proxy-authorization'] = `Basic ${base64}`
    }

    if (this.proxy.protocol === 'https:') {
      requestOptions.servername = this.proxy.hostname
    }

    const request = (this.proxy.protocol === 'http:' ? http : https).request(requestOptions)
    request.once('connect', (response, socket, head) => {
      request.removeAllListeners()
      socket.removeAllListeners()
      if (response.statusCode === 200) {
        callback(null, socket)
      } else {
        socket.destroy()
        callback(new Error(`Bad response: ${response.statusCode}`), null)
      }
    })

    request.once('timeout', () => {
      request.destroy(new Error('Proxy timeout'))
    })

    request.once('error', err => {
      request.removeAllListeners()
      callback(err, null)
    })

    request.end()
  }
}

class HttpsProxyAgent extends https.Agent {
  constructor (options) {
    const { proxy, proxyRequestOptions, ...opts } = options
    super(opts)
    this.proxy = typeof proxy === 'string'
      ? new URL(proxy)
      : proxy
    this.proxyRequestOptions = proxyRequestOptions || {}
  }

  createConnection (options, callback) {
    const requestOptions = {
      ...this.proxyRequestOptions,
      method: 'CONNECT',
      host: this.proxy.hostname,
      port: this.proxy.port,
      path: `${options.host}:${options.port}`,
      setHost: false,
      headers: { ...this.proxyRequestOptions.headers, connection: this.keepAlive ? 'keep-alive' : 'close', host: `${options.host}:${options.port}` },
      agent: false,
      timeout: options.timeout || 0
    }

    if (this.proxy.username || this.proxy.password) {
      const base64 = Buffer.from(`${decodeURIComponent(this.proxy.username || '')}:${decodeURIComponent(this.proxy.password || '')}`).toString('base64')
      requestOptions.headers['proxy-authorization'] = `Basic ${base64}`
    }

    // Necessary for the TLS check with the proxy to succeed.
    if (this.proxy.protocol === 'https:') {
      requestOptions.servername = this.proxy.hostname
    }

    const request = (this.proxy.protocol === 'http:' ? http : https).request(requestOptions)
    request.once('connect', (response, socket, head) => {
      request.removeAllListeners()
      socket.removeAllListeners()
      if (response.statusCode === 200) {
        const secureSocket = super.createConnection({ ...options, socket })
        callback(null, secureSocket)
      } else {
        socket.destroy()
        callback(new Error(`Bad response: ${response.statusCode}`), null)
      }
    })

    request.once('timeout', () => {
      request.destroy(new Error('Proxy timeout'))
    })

    request.once('error', err => {
      request.removeAllListeners()
      callback(err, null)
    })

    request.end()
  }
}

module.exports = {
  HttpProxyAgent,
  HttpsProxyAgent
}


/***/ }),

/***/ 132:
/***/ ((module) => {

(function(f){if(true){module.exports=f()}else { var g; }})(function(){var define,module,exports;return (function(){function r(e,n,t){function o(i,f){if(!n[i]){if(!e[i]){var c=require;if(!f&&c)return c(i,!0);if(u)return u(i,!0);var a=new Error("Cannot find module '"+i+"'");throw a.code="MODULE_NOT_FOUND",a}var p=n[i]={exports:{}};e[i][0].call(p.exports,function(r){var n=e[i][1][r];return o(n||r)},p,p.exports,r,e,n,t)}return n[i].exports}for(var u=require,i=0;i<t.length;i++)o(t[i]);return o}return r})()({1:[function(require,module,exports){
/**
 * \u00a9 Copyright IBM Corp. 2018 All Rights Reserved
 *   Project name: JSONata
 *   This project is licensed under the MIT License, see LICENSE
 */

const utils = require('./utils');

/**
 * DateTime formatting and parsing functions
 * Implements the xpath-functions format-date-time specification
 * @type {{formatInteger, formatDateTime, parseInteger, parseDateTime}}
 */
const dateTime = (function () {
    'use strict';

    const stringToArray = utils.stringToArray;

    const few = ['Zero', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten',
        'Eleven', 'Twelve', 'Thirteen', 'Fourteen', 'Fifteen', 'Sixteen', 'Seventeen', 'Eighteen', 'Nineteen'];
    const ordinals = ['Zeroth', 'First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth',
        'Eleventh', 'Twelfth', 'Thirteenth', 'Fourteenth', 'Fifteenth', 'Sixteenth', 'Seventeenth', 'Eighteenth', 'Nineteenth'];
    const decades = ['Twenty', 'Thirty', 'Forty', 'Fifty', 'Sixty', 'Seventy', 'Eighty', 'Ninety', 'Hundred'];
    const magnitudes = ['Thousand', 'Million', 'Billion', 'Trillion'];

    /**
     * converts a number into english words
     * @param {string} value - the value to format
     * @param {boolean} ordinal - ordinal or cardinal form
     * @returns {string} - representation in words
     */
    function numberToWords(value, ordinal) {
        var lookup = function (num, prev, ord) {
            var words = '';
            if (num <= 19) {
                words = (prev ? ' and ' : '') + (ord ? ordinals[num] : few[num]);
            } else if (num < 100) {
                const tens = Math.floor(num / 10);
                const remainder = num % 10;
                words = (prev ? ' and ' : '') + decades[tens - 2];
                if (remainder > 0) {
                    words += '-' + lookup(remainder, false, ord);
                } else if (ord) {
                    words = words.substring(0, words.length - 1) + 'ieth';
                }
            } else if (num < 1000) {
                const hundreds = Math.floor(num / 100);
                const remainder = num % 100;
                words = (prev ? ', ' : '') + few[hundreds] + ' Hundred';
                if (remainder > 0) {
                    words += lookup(remainder, true, ord);
                } else if (ord) {
                    words += 'th';
                }
            } else {
                var mag = Math.floor(Math.log10(num) / 3);
                if (mag > magnitudes.length) {
                    mag = magnitudes.length; // the largest word
                }
                const factor = Math.pow(10, mag * 3);
                const mant = Math.floor(num / factor);
                const remainder = num - mant * factor;
                words = (prev ? ', ' : '') + lookup(mant, false, false) + ' ' + magnitudes[mag - 1];
                if (remainder > 0) {
                    words += lookup(remainder, true, ord);
                } else if (ord) {
                    words += 'th';
                }
            }
            return words;
        };

        var words = lookup(value, false, ordinal);
        return words;
    }

    const wordValues = Object.create(null);
    few.forEach(function (word, index) {
        wordValues[word.toLowerCase()] = index;
    });
    ordinals.forEach(function (word, index) {
        wordValues[word.toLowerCase()] = index;
    });
    decades.forEach(function (word, index) {
        const lword = word.toLowerCase();
        wordValues[lword] = (index + 2) * 10;
        wordValues[lword.substring(0, word.length - 1) + 'ieth'] = wordValues[lword];
    });
    wordValues.hundredth = 100;
    magnitudes.forEach(function (word, index) {
        const lword = word.toLowerCase();
        const val = Math.pow(10, (index + 1) * 3);
        wordValues[lword] = val;
        wordValues[lword + 'th'] = val;
    });

    /**
     * Converts a number in english words to numeric value
     * @param {string} text - the number in words
     * @returns {number} - the numeric value
     */
    function wordsToNumber(text) {
        const parts = text.split(/,\s|\sand\s|[\s\\-]/);
        const values = parts.map(part => wordValues[part]);
        let segs = [0];
        values.forEach(value => {
            if (value < 100) {
                let top = segs.pop();
                if (top >= 1000) {
                    segs.push(top);
                    top = 0;
                }
                segs.push(top + value);
            } else {
                segs.push(segs.pop() * value);
            }
        });
        const result = segs.reduce((a, b) => a + b, 0);
        return result;
    }

    const romanNumerals = [
        [1000, 'm'],
        [900, 'cm'],
        [500, 'd'],
        [400, 'cd'],
        [100, 'c'],
        [90, 'xc'],
        [50, 'l'],
        [40, 'xl'],
        [10, 'x'],
        [9, 'ix'],
        [5, 'v'],
        [4, 'iv'],
        [1, 'i']
    ];

    const romanValues = {'M': 1000, 'D': 500, 'C': 100, 'L': 50, 'X': 10, 'V': 5, 'I': 1};

    /**
     * converts a number to roman numerals
     * @param {number} value - the number
     * @returns {string} - the number in roman numerals
     */
    function decimalToRoman(value) {
        for (var index = 0; index < romanNumerals.length; index++) {
            const numeral = romanNumerals[index];
            if (value >= numeral[0]) {
                return numeral[1] + decimalToRoman(value - numeral[0]);
            }
        }
        return '';
    }

    /**
     * converts roman numerals to a number
     * @param {string} roman - roman number
     * @returns {number} - the numeric value
     */
    function romanToDecimal(roman) {
        var decimal = 0;
        var max = 1;
        for (var i = roman.length - 1; i >= 0; i--) {
            const digit = roman[i];
            const value = romanValues[digit];
            if (value < max) {
                decimal -= value;
            } else {
                max = value;
                decimal += value;
            }
        }
        return decimal;
    }

    /**
     * converts a number to spreadsheet style letters
     * @param {number} value - the number
     * @param {string} aChar - the character representing the start of the sequence, e.g. 'A'
     * @returns {string} - the letters
     */
    function decimalToLetters(value, aChar) {
        var letters = [];
        var aCode = aChar.charCodeAt(0);
        while (value > 0) {
            letters.unshift(String.fromCharCode((value - 1) % 26 + aCode));
            value = Math.floor((value - 1) / 26);
        }
        return letters.join('');
    }

    /**
     * converts spreadsheet style letters to a number
     * @param {string} letters - the letters
     * @param {string} aChar - the character representing the start of the sequence, e.g. 'A'
     * @returns {number} - the numeric value
     */
    function lettersToDecimal(letters, aChar) {
        var aCode = aChar.charCodeAt(0);
        var decimal = 0;
        for (var i = 0; i < letters.length; i++) {
            decimal += (letters.charCodeAt(letters.length - i - 1) - aCode + 1) * Math.pow(26, i);
        }
        return decimal;
    }

    /**
     * Formats an integer as specified by the XPath fn:format-integer function
     * See https://www.w3.org/TR/xpath-functions-31/#func-format-integer
     * @param {number} value - the number to be formatted
     * @param {string} picture - the picture string that specifies the format
     * @returns {string} - the formatted number
     */
    function formatInteger(value, picture) {
        if (typeof value === 'undefined') {
            return undefined;
        }

        value = Math.floor(value);

        const format = analyseIntegerPicture(picture);
        return _formatInteger(value, format);
    }

    const formats = {
        DECIMAL: 'decimal',
        LETTERS: 'letters',
        ROMAN: 'roman',
        WORDS: 'words',
        SEQUENCE: 'sequence'
    };

    const tcase = {
        UPPER: 'upper',
        LOWER: 'lower',
        TITLE: 'title'
    };

    /**
     * formats an integer using a preprocessed representation of the picture string
     * @param {number} value - the number to be formatted
     * @param {object} format - the preprocessed representation of the pucture string
     * @returns {string} - the formatted number
     * @private
     */
    function _formatInteger(value, format) {
        let formattedInteger;
        const negative = value < 0;
        value = Math.abs(value);
        switch (format.primary) {
            case formats.LETTERS:
                formattedInteger = decimalToLetters(value, format.case === tcase.UPPER ? 'A' : 'a');
                break;
            case formats.ROMAN:
                formattedInteger = decimalToRoman(value);
                if (format.case === tcase.UPPER) {
                    formattedInteger = formattedInteger.toUpperCase();
                }
                break;
            case formats.WORDS:
                formattedInteger = numberToWords(value, format.ordinal);
                if (format.case === tcase.UPPER) {
                    formattedInteger = formattedInteger.toUpperCase();
                } else if (format.case === tcase.LOWER) {
                    formattedInteger = formattedInteger.toLowerCase();
                }
                break;
            case formats.DECIMAL:
                formattedInteger = '' + value;
                // TODO use functionPad
                var padLength = format.mandatoryDigits - formattedInteger.length;
                if (padLength > 0) {
                    var padding = (new Array(padLength + 1)).join('0');
                    formattedInteger = padding + formattedInteger;
                }
                if (format.zeroCode !== 0x30) {
                    formattedInteger = stringToArray(formattedInteger).map(code => {
                        return String.fromCodePoint(code.codePointAt(0) + format.zeroCode - 0x30);
                    }).join('');
                }
                // insert the grouping-separator-signs, if any
                if (format.regular) {
                    const n = Math.floor((formattedInteger.length - 1) / format.groupingSeparators.position);
                    for (let ii = n; ii > 0; ii--) {
                        const pos = formattedInteger.length - ii * format.groupingSeparators.position;
                        formattedInteger = formattedInteger.substr(0, pos) + format.groupingSeparators.character + formattedInteger.substr(pos);
                    }
                } else {
                    format.groupingSeparators.reverse().forEach(separator => {
                        const pos = formattedInteger.length - separator.position;
                        formattedInteger = formattedInteger.substr(0, pos) + separator.character + formattedInteger.substr(pos);
                    });
                }

                if (format.ordinal) {
                    var suffix123 = {'1': 'st', '2': 'nd', '3': 'rd'};
                    var lastDigit = formattedInteger[formattedInteger.length - 1];
                    var suffix = suffix123[lastDigit];
                    if (!suffix || (formattedInteger.length > 1 && formattedInteger[formattedInteger.length - 2] === '1')) {
                        suffix = 'th';
                    }
                    formattedInteger = formattedInteger + suffix;
                }
                break;
            case formats.SEQUENCE:
                throw {
                    code: 'D3130',
                    value: format.token
                };
        }
        if (negative) {
            formattedInteger = '-' + formattedInteger;
        }

        return formattedInteger;
    }

    //TODO what about decimal groups in the unicode supplementary planes (surrogate pairs) ???
    const decimalGroups = [0x30, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10];

    /**
     * preprocesses the picture string
     * @param {string} picture - picture string
     * @returns {{type: string, primary: string, case: string, ordinal: boolean}} - analysed picture
     */
    function analyseIntegerPicture(picture) {
        const format = {
            type: 'integer',
            primary: formats.DECIMAL,
            case: tcase.LOWER,
            ordinal: false
        };

        let primaryFormat, formatModifier;
        const semicolon = picture.lastIndexOf(';');
        if (semicolon === -1) {
            primaryFormat = picture;
        } else {
            primaryFormat = picture.substring(0, semicolon);
            formatModifier = picture.substring(semicolon + 1);
            if (formatModifier[0] === 'o') {
                format.ordinal = true;
            }
        }

        /* eslnt-disable-next no-fallthrough */
        switch (primaryFormat) {
            case 'A':
                format.case = tcase.UPPER;
            /* eslnt-disable-next-line no-fallthrough */
            case 'a':
                format.primary = formats.LETTERS;
                break;
            case 'I':
                format.case = tcase.UPPER;
            /* eslnt-disable-next-line no-fallthrough */
            case 'i':
                format.primary = formats.ROMAN;
                break;
            case 'W':
                format.case = tcase.UPPER;
                format.primary = formats.WORDS;
                break;
            case 'Ww':
                format.case = tcase.TITLE;
                format.primary = formats.WORDS;
                break;
            case 'w':
                format.primary = formats.WORDS;
                break;
            default: {
                // this is a decimal-digit-pattern if it contains a decimal digit (from any unicode decimal digit group)
                let zeroCode = null;
                let mandatoryDigits = 0;
                let optionalDigits = 0;
                let groupingSeparators = [];
                let separatorPosition = 0;
                const formatCodepoints = stringToArray(primaryFormat).map(c => c.codePointAt(0)).reverse(); // reverse the array to determine positions of grouping-separator-signs
                formatCodepoints.forEach((codePoint) => {
                    // step though each char in the picture to determine the digit group
                    let digit = false;
                    for (let ii = 0; ii < decimalGroups.length; ii++) {
                        const group = decimalGroups[ii];
                        if (codePoint >= group && codePoint <= group + 9) {
                            // codepoint is part of this decimal group
                            digit = true;
                            mandatoryDigits++;
                            separatorPosition++;
                            if (zeroCode === null) {
                                zeroCode = group;
                            } else if (group !== zeroCode) {
                                // error! different decimal groups in the same pattern
                                throw {
                                    code: 'D3131'
                                };
                            }
                            break;
                        }
                    }
                    if (!digit) {
                        if (codePoint === 0x23) { // # - optional-digit-sign
                            separatorPosition++;
                            optionalDigits++;
                        } else {
                            // neither a decimal-digit-sign ot optional-digit-sign, assume it is a grouping-separator-sign
                            groupingSeparators.push({
                                position: separatorPosition,
                                character: String.fromCodePoint(codePoint)
                            });
                        }
                    }
                });
                if (mandatoryDigits > 0) {
                    format.primary = formats.DECIMAL;
                    // TODO validate decimal-digit-pattern

                    // the decimal digit family (codepoint offset)
                    format.zeroCode = zeroCode;
                    // the number of mandatory digits
                    format.mandatoryDigits = mandatoryDigits;
                    // the number of optional digits
                    format.optionalDigits = optionalDigits;
                    // grouping separator template
                    // are the grouping-separator-signs 'regular'?
                    const regularRepeat = function (separators) {
                        // are the grouping positions regular? i.e. same interval between each of them
                        // is there at least one separator?
                        if (separators.length === 0) {
                            return 0;
                        }
                        // are all the characters the same?
                        const sepChar = separators[0].character;
                        for (let ii = 1; ii < separators.length; ii++) {
                            if (separators[ii].character !== sepChar) {
                                return 0;
                            }
                        }
                        // are they equally spaced?
                        const indexes = separators.map(separator => separator.position);
                        const gcd = function (a, b) {
                            return b === 0 ? a : gcd(b, a % b);
                        };
                        // find the greatest common divisor of all the positions
                        const factor = indexes.reduce(gcd);
                        // is every position separated by this divisor? If so, it's regular
                        for (let index = 1; index <= indexes.length; index++) {
                            if (indexes.indexOf(index * factor) === -1) {
                                return 0;
                            }
                        }
                        return factor;
                    };

                    const regular = regularRepeat(groupingSeparators);
                    if (regular > 0) {
                        format.regular = true;
                        format.groupingSeparators = {
                            position: regular,
                            character: groupingSeparators[0].character
                        };
                    } else {
                        format.regular = false;
                        format.groupingSeparators = groupingSeparators;
                    }

                } else {
                    // this is a 'numbering sequence' which the spec says is implementation-defined
                    // this implementation doesn't support any numbering sequences at the moment.
                    format.primary = formats.SEQUENCE;
                    format.token = primaryFormat;
                }
            }
        }

        return format;
    }

    const defaultPresentationModifiers = {
        Y: '1', M: '1', D: '1', d: '1', F: 'n', W: '1', w: '1', X: '1', x: '1', H: '1', h: '1',
        P: 'n', m: '01', s: '01', f: '1', Z: '01:01', z: '01:01', C: 'n', E: 'n'
    };

    // \u00a79.8.4.1 the format specifier is an array of string literals and variable markers
    /**
     * analyse the date-time picture string
     * @param {string} picture - picture string
     * @returns {{type: string, parts: Array}} - the analysed string
     */
    function analyseDateTimePicture(picture) {
        var spec = [];
        const format = {
            type: 'datetime',
            parts: spec
        };
        const addLiteral = function (start, end) {
            if (end > start) {
                let literal = picture.substring(start, end);
                // replace any doubled ]] with single ]
                // what if there are instances of single ']' ? - the spec doesn't say
                literal = literal.split(']]').join(']');
                spec.push({type: 'literal', value: literal});
            }
        };

        var start = 0, pos = 0;
        while (pos < picture.length) {
            if (picture.charAt(pos) === '[') {
                // check it's not a doubled [[
                if (picture.charAt(pos + 1) === '[') {
                    // literal [
                    addLiteral(start, pos);
                    spec.push({type: 'literal', value: '['});
                    pos += 2;
                    start = pos;
                    continue;
                }
                // start of variable marker
                // push the string literal (if there is one) onto the array
                addLiteral(start, pos);
                start = pos;
                // search forward to closing ]
                pos = picture.indexOf(']', start);
                // TODO handle error case if pos === -1
                if(pos === -1) {
                    // error - no closing bracket
                    throw {
                        code: 'D3135'
                    };
                }
                let marker = picture.substring(start + 1, pos);
                // whitespace within a variable marker is ignored (i.e. remove it)
                marker = marker.split(/\s+/).join('');
                var def = {
                    type: 'marker',
                    component: marker.charAt(0)  // 1. The component specifier is always present and is always a single letter.
                };
                var comma = marker.lastIndexOf(','); // 2. The width modifier may be recognized by the presence of a comma
                var presMod; // the presentation modifiers
                if (comma !== -1) {
                    // \u00a79.8.4.2 The Width Modifier
                    const widthMod = marker.substring(comma + 1);
                    const dash = widthMod.indexOf('-');
                    let min, max;
                    const parseWidth = function (wm) {
                        if (typeof wm === 'undefined' || wm === '*') {
                            return undefined;
                        } else {
                            // TODO validate wm is an unsigned int
                            return parseInt(wm);
                        }
                    };
                    if (dash === -1) {
                        min = widthMod;
                    } else {
                        min = widthMod.substring(0, dash);
                        max = widthMod.substring(dash + 1);
                    }
                    const widthDef = {
                        min: parseWidth(min),
                        max: parseWidth(max)
                    };
                    def.width = widthDef;
                    presMod = marker.substring(1, comma);
                } else {
                    presMod = marker.substring(1);
                }
                if (presMod.length === 1) {
                    def.presentation1 = presMod; // first presentation modifier
                    //TODO validate the first presentation modifier - it's either N, n, Nn or it passes analyseIntegerPicture
                } else if (presMod.length > 1) {
                    var lastChar = presMod.charAt(presMod.length - 1);
                    if ('atco'.indexOf(lastChar) !== -1) {
                        def.presentation2 = lastChar;
                        if (lastChar === 'o') {
                            def.ordinal = true;
                        }
                        // 'c' means 'cardinal' and is the default (i.e. not 'ordinal')
                        // 'a' & 't' are ignored (not sure of their relevance to English numbering)
                        def.presentation1 = presMod.substring(0, presMod.length - 1);
                    } else {
                        def.presentation1 = presMod;
                        //TODO validate the first presentation modifier - it's either N, n, Nn or it passes analyseIntegerPicture,
                        // doesn't use ] as grouping separator, and if grouping separator is , then must have width modifier
                    }
                } else {
                    // no presentation modifier specified - apply the default;
                    def.presentation1 = defaultPresentationModifiers[def.component];
                }
                if (typeof def.presentation1 === 'undefined') {
                    // unknown component specifier
                    throw {
                        code: 'D3132',
                        value: def.component
                    };
                }
                if (def.presentation1[0] === 'n') {
                    def.names = tcase.LOWER;
                } else if (def.presentation1[0] === 'N') {
                    if (def.presentation1[1] === 'n') {
                        def.names = tcase.TITLE;
                    } else {
                        def.names = tcase.UPPER;
                    }
                } else if ('YMDdFWwXxHhmsf'.indexOf(def.component) !== -1) {
                    var integerPattern = def.presentation1;
                    if (def.presentation2) {
                        integerPattern += ';' + def.presentation2;
                    }
                    def.integerFormat = analyseIntegerPicture(integerPattern);
                    if (def.width && def.width.min !== undefined) {
                        if (def.integerFormat.mandatoryDigits < def.width.min) {
                            def.integerFormat.mandatoryDigits = def.width.min;
                        }
                    }
                    if (def.component === 'Y') {
                        // \u00a79.8.4.4
                        def.n = -1;
                        if (def.width && def.width.max !== undefined) {
                            def.n = def.width.max;
                            def.integerFormat.mandatoryDigits = def.n;
                        } else {
                            var w = def.integerFormat.mandatoryDigits + def.integerFormat.optionalDigits;
                            if (w >= 2) {
                                def.n = w;
                            }
                        }
                    }
                    // if the previous part is also an integer with no intervening markup, then its width for parsing must be precisely defined
                    const previousPart = spec[spec.length - 1];
                    if (previousPart && previousPart.integerFormat) {
                        previousPart.integerFormat.parseWidth = previousPart.integerFormat.mandatoryDigits;
                    }
                }
                if (def.component === 'Z' || def.component === 'z') {
                    def.integerFormat = analyseIntegerPicture(def.presentation1);
                }
                spec.push(def);
                start = pos + 1;
            }
            pos++;
        }
        addLiteral(start, pos);
        return format;
    }

    const days = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
    const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
    const millisInADay = 1000 * 60 * 60 * 24;

    const startOfFirstWeek = function (ym) {
        // ISO 8601 defines the first week of the year to be the week that contains the first Thursday
        // XPath F&O extends this same definition for the first week of a month
        // the week starts on a Monday - calculate the millis for the start of the first week
        // millis for given 1st Jan of that year (at 00:00 UTC)
        const jan1 = Date.UTC(ym.year, ym.month);
        var dayOfJan1 = (new Date(jan1)).getUTCDay();
        if (dayOfJan1 === 0) {
            dayOfJan1 = 7;
        }
        // if Jan 1 is Fri, Sat or Sun, then add the number of days (in millis) to jan1 to get the start of week 1
        return dayOfJan1 > 4 ? jan1 + (8 - dayOfJan1) * millisInADay : jan1 - (dayOfJan1 - 1) * millisInADay;
    };

    const yearMonth = function (year, month) {
        return {
            year: year,
            month: month,
            nextMonth: function () {
                return (month === 11) ? yearMonth(year + 1, 0) : yearMonth(year, month + 1);
            },
            previousMonth: function () {
                return (month === 0) ? yearMonth(year - 1, 11) : yearMonth(year, month - 1);
            },
            nextYear: function () {
                return yearMonth(year + 1, month);
            },
            previousYear: function () {
                return yearMonth(year - 1, month);
            }
        };
    };

    const deltaWeeks = function (start, end) {
        return (end - start) / (millisInADay * 7) + 1;
    };

    const getDateTimeFragment = (date, component) => {
        let componentValue;
        switch (component) {
            case 'Y': // year
                componentValue = date.getUTCFullYear();
                break;
            case 'M': // month in year
                componentValue = date.getUTCMonth() + 1;
                break;
            case 'D': // day in month
                componentValue = date.getUTCDate();
                break;
            case 'd': { // day in year
                // millis for given date (at 00:00 UTC)
                const today = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
                // millis for given 1st Jan of that year (at 00:00 UTC)
                const firstJan = Date.UTC(date.getUTCFullYear(), 0);
                componentValue = (today - firstJan) / millisInADay + 1;
                break;
            }
            case 'F': // day of week
                componentValue = date.getUTCDay();
                if (componentValue === 0) {
                    // ISO 8601 defines days 1-7: Mon-Sun
                    componentValue = 7;
                }
                break;
            case 'W': { // week in year
                const thisYear = yearMonth(date.getUTCFullYear(), 0);
                const startOfWeek1 = startOfFirstWeek(thisYear);
                const today = Date.UTC(thisYear.year, date.getUTCMonth(), date.getUTCDate());
                let week = deltaWeeks(startOfWeek1, today);
                if (week > 52) {
                    // might be first week of the following year
                    const startOfFollowingYear = startOfFirstWeek(thisYear.nextYear());
                    if (today >= startOfFollowingYear) {
                        week = 1;
                    }
                } else if (week < 1) {
                    // must be end of the previous year
                    const startOfPreviousYear = startOfFirstWeek(thisYear.previousYear());
                    week = deltaWeeks(startOfPreviousYear, today);
                }
                componentValue = Math.floor(week);
                break;
            }
            case 'w': { // week in month
                const thisMonth = yearMonth(date.getUTCFullYear(), date.getUTCMonth());
                const startOfWeek1 = startOfFirstWeek(thisMonth);
                const today = Date.UTC(thisMonth.year, thisMonth.month, date.getUTCDate());
                let week = deltaWeeks(startOfWeek1, today);
                if (week > 4) {
                    // might be first week of the following month
                    const startOfFollowingMonth = startOfFirstWeek(thisMonth.nextMonth());
                    if (today >= startOfFollowingMonth) {
                        week = 1;
                    }
                } else if (week < 1) {
                    // must be end of the previous month
                    const startOfPreviousMonth = startOfFirstWeek(thisMonth.previousMonth());
                    week = deltaWeeks(startOfPreviousMonth, today);
                }
                componentValue = Math.floor(week);
                break;
            }
            case 'X': { // ISO week-numbering year
                // Extension: The F&O spec says nothing about how to access the year associated with the week-of-the-year
                // e.g. Sat 1 Jan 2005 is in the 53rd week of 2004.
                // The 'W' component specifier gives 53, but 'Y' will give 2005.
                // I propose to add 'X' as the component specifier to give the ISO week-numbering year (2004 in this example)
                const thisYear = yearMonth(date.getUTCFullYear(), 0);
                const startOfISOYear = startOfFirstWeek(thisYear);
                const endOfISOYear = startOfFirstWeek(thisYear.nextYear());
                const now = date.getTime();
                if (now < startOfISOYear) {
                    componentValue = thisYear.year - 1;
                } else if (now >= endOfISOYear) {
                    componentValue = thisYear.year + 1;
                } else {
                    componentValue = thisYear.year;
                }
                break;
            }
            case 'x': { // ISO week-numbering month
                // Extension: The F&O spec says nothing about how to access the month associated with the week-of-the-month
                // e.g. Sat 1 Jan 2005 is in the 5th week of December 2004.
                // The 'w' component specifier gives 5, but 'W' will give January and 'Y' will give 2005.
                // I propose to add 'x' as the component specifier to give the 'week-numbering' month (December in this example)
                const thisMonth = yearMonth(date.getUTCFullYear(), date.getUTCMonth());
                const startOfISOMonth = startOfFirstWeek(thisMonth);
                const nextMonth = thisMonth.nextMonth();
                const endOfISOMonth = startOfFirstWeek(nextMonth);
                const now = date.getTime();
                if (now < startOfISOMonth) {
                    componentValue = thisMonth.previousMonth().month + 1;
                } else if (now >= endOfISOMonth) {
                    componentValue = nextMonth.month + 1;
                } else {
                    componentValue = thisMonth.month + 1;
                }
                break;
            }
            case 'H': // hour in day (24 hours)
                componentValue = date.getUTCHours();
                break;
            case 'h': // hour in half-day (12 hours)
                componentValue = date.getUTCHours();
                componentValue = componentValue % 12;
                if (componentValue === 0) {
                    componentValue = 12;
                }
                break;
            case 'P': // am/pm marker
                componentValue = date.getUTCHours() >= 12 ? 'pm' : 'am';
                break;
            case 'm': // minute in hour
                componentValue = date.getUTCMinutes();
                break;
            case 's': // second in minute
                componentValue = date.getUTCSeconds();
                break;
            case 'f': // fractional seconds
                componentValue = date.getUTCMilliseconds();
                break;
            case 'Z': // timezone
            case 'z':
                // since the date object is constructed from epoch millis, the TZ component is always be UTC.
                break;
            case 'C': // calendar name
                componentValue = 'ISO';
                break;
            case 'E': // era
                componentValue = 'ISO';
                break;
        }
        return componentValue;
    };

    let iso8601Spec = null;

    /**
     * formats the date/time as specified by the XPath fn:format-dateTime function
     * @param {number} millis - the timestamp to be formatted, in millis since the epoch
     * @param {string} picture - the picture string that specifies the format
     * @param {string} timezone - the timezone to use
     * @returns {string} - the formatted timestamp
     */
    function formatDateTime(millis, picture, timezone) {
        var offsetHours = 0;
        var offsetMinutes = 0;

        if (typeof timezone !== 'undefined') {
            // parse the hour and minute offsets
            // assume for now the format supplied is +hhmm
            const offset = parseInt(timezone);
            offsetHours = Math.floor(offset / 100);
            offsetMinutes = offset % 100;
        }

        var formatComponent = function (date, markerSpec) {
            var componentValue = getDateTimeFragment(date, markerSpec.component);

            // \u00a79.8.4.3 Formatting Integer-Valued Date/Time Components
            if ('YMDdFWwXxHhms'.indexOf(markerSpec.component) !== -1) {
                if (markerSpec.component === 'Y') {
                    // \u00a79.8.4.4 Formatting the Year Component
                    if (markerSpec.n !== -1) {
                        componentValue = componentValue % Math.pow(10, markerSpec.n);
                    }
                }
                if (markerSpec.names) {
                    if (markerSpec.component === 'M' || markerSpec.component === 'x') {
                        componentValue = months[componentValue - 1];
                    } else if (markerSpec.component === 'F') {
                        componentValue = days[componentValue];
                    } else {
                        throw {
                            code: 'D3133',
                            value: markerSpec.component
                        };
                    }
                    if (markerSpec.names === tcase.UPPER) {
                        componentValue = componentValue.toUpperCase();
                    } else if (markerSpec.names === tcase.LOWER) {
                        componentValue = componentValue.toLowerCase();
                    }
                    if (markerSpec.width && componentValue.length > markerSpec.width.max) {
                        componentValue = componentValue.substring(0, markerSpec.width.max);
                    }
                } else {
                    componentValue = _formatInteger(componentValue, markerSpec.integerFormat);
                }
            } else if (markerSpec.component === 'f') {
                // TODO \u00a79.8.4.5 Formatting Fractional Seconds
                componentValue = _formatInteger(componentValue, markerSpec.integerFormat);
            } else if (markerSpec.component === 'Z' || markerSpec.component === 'z') {
                // \u00a79.8.4.6 Formatting timezones
                const offset = offsetHours * 100 + offsetMinutes;
                if (markerSpec.integerFormat.regular) {
                    componentValue = _formatInteger(offset, markerSpec.integerFormat);
                } else {
                    const numDigits = markerSpec.integerFormat.mandatoryDigits;
                    if (numDigits === 1 || numDigits === 2) {
                        componentValue = _formatInteger(offsetHours, markerSpec.integerFormat);
                        if (offsetMinutes !== 0) {
                            componentValue += ':' + formatInteger(offsetMinutes, '00');
                        }
                    } else if (numDigits === 3 || numDigits === 4) {
                        componentValue = _formatInteger(offset, markerSpec.integerFormat);
                    } else {
                        throw {
                            code: 'D3134',
                            value: numDigits
                        };
                    }
                }
                if (offset >= 0) {
                    componentValue = '+' + componentValue;
                }
                if (markerSpec.component === 'z') {
                    componentValue = 'GMT' + componentValue;
                }
                if (offset === 0 && markerSpec.presentation2 === 't') {
                    componentValue = 'Z';
                }
            } else if (markerSpec.component === 'P') {
                // \u00a79.8.4.7 Formatting Other Components
                // Formatting P for am/pm
                // getDateTimeFragment() always returns am/pm lower case so check for UPPER here
                if (markerSpec.names === tcase.UPPER) {
                    componentValue = componentValue.toUpperCase();
                }
            }
            return componentValue;
        };

        let formatSpec;
        if(typeof picture === 'undefined') {
            // default to ISO 8601 format
            if (iso8601Spec === null) {
                iso8601Spec = analyseDateTimePicture('[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]');
            }
            formatSpec = iso8601Spec;
        } else {
            formatSpec = analyseDateTimePicture(picture);
        }

        const offsetMillis = (60 * offsetHours + offsetMinutes) * 60 * 1000;
        const dateTime = new Date(millis + offsetMillis);

        let result = '';
        formatSpec.parts.forEach(function (part) {
            if (part.type === 'literal') {
                result += part.value;
            } else {
                result += formatComponent(dateTime, part);
            }
        });

        return result;
    }

    /**
     * Generate a regex to parse integers or timestamps
     * @param {object} formatSpec - object representing the format
     * @returns {object} - regex
     */
    function generateRegex(formatSpec) {
        var matcher = Object.create(null);
        if (formatSpec.type === 'datetime') {
            matcher.type = 'datetime';
            matcher.parts = formatSpec.parts.map(function (part) {
                var res = Object.create(null);
                if (part.type === 'literal') {
                    res.regex = part.value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
                } else if (part.component === 'Z' || part.component === 'z') {
                    // timezone
                    let separator;
                    if (!Array.isArray(part.integerFormat.groupingSeparators)) {
                        separator = part.integerFormat.groupingSeparators;
                    }
                    res.regex = '';
                    if (part.component === 'z') {
                        res.regex = 'GMT';
                    }
                    res.regex += '[-+][0-9]+';
                    if (separator) {
                        res.regex += separator.character + '[0-9]+';
                    }
                    res.parse = function(value) {
                        if (part.component === 'z') {
                            value = value.substring(3); // remove the leading GMT
                        }
                        let offsetHours = 0, offsetMinutes = 0;
                        if (separator) {
                            offsetHours = Number.parseInt(value.substring(0, value.indexOf(separator.character)));
                            offsetMinutes = Number.parseInt(value.substring(value.indexOf(separator.character) + 1));
                        } else {
                            // depends on number of digits
                            const numdigits = value.length - 1;
                            if (numdigits <= 2) {
                                // just hour offset
                                offsetHours = Number.parseInt(value);
                            } else {
                                offsetHours = Number.parseInt(value.substring(0, 3));
                                offsetMinutes = Number.parseInt(value.substring(3));
                            }
                        }
                        return offsetHours * 60 + offsetMinutes;
                    };
                } else if (part.component === 'f') {
                    res.regex = '[0-9]+';
                    res.parse = function(value) {
                        return parseFloat('0.' + value.substring(0, 3)) * 1000;
                    };
                } else if (part.integerFormat) {
                    res = generateRegex(part.integerFormat);
                } else {
                    // must be a month or day name
                    res.regex = '[a-zA-Z]+';
                    var lookup = Object.create(null);
                    if (part.component === 'M' || part.component === 'x') {
                        // months
                        months.forEach(function (name, index) {
                            if (part.width && part.width.max) {
                                lookup[name.substring(0, part.width.max)] = index + 1;
                            } else {
                                lookup[name] = index + 1;
                            }
                        });
                    } else if (part.component === 'F') {
                        // days
                        days.forEach(function (name, index) {
                            if (index > 0) {
                                if (part.width && part.width.max) {
                                    lookup[name.substring(0, part.width.max)] = index;
                                } else {
                                    lookup[name] = index;
                                }
                            }
                        });
                    } else if (part.component === 'P') {
                        lookup = {'am': 0, 'AM': 0, 'pm': 1, 'PM': 1};
                    } else {
                        // unsupported 'name' option for this component
                        throw {
                            code: 'D3133',
                            value: part.component
                        };
                    }
                    res.parse = function (value) {
                        return lookup[value];
                    };
                }
                res.component = part.component;
                return res;
            });
        } else { // type === 'integer'
            matcher.type = 'integer';
            const isUpper = formatSpec.case === tcase.UPPER;

            switch (formatSpec.primary) {
                case formats.LETTERS:
                    matcher.regex = isUpper ? '[A-Z]+' : '[a-z]+';
                    matcher.parse = function (value) {
                        return lettersToDecimal(value, isUpper ? 'A' : 'a');
                    };
                    break;
                case formats.ROMAN:
                    matcher.regex = isUpper ? '[MDCLXVI]+' : '[mdclxvi]+';
                    matcher.parse = function (value) {
                        return romanToDecimal(isUpper ? value : value.toUpperCase());
                    };
                    break;
                case formats.WORDS:
                    matcher.regex = '(?:' + utils.keys(wordValues).concat('and', '[\\-, ]').join('|') + ')+';
                    matcher.parse = function (value) {
                        return wordsToNumber(value.toLowerCase());
                    };
                    break;
                case formats.DECIMAL:
                    matcher.regex = '[0-9]';
                    if (formatSpec.parseWidth) {
                        matcher.regex += `{${formatSpec.parseWidth}}`;
                    } else {
                        matcher.regex += '+';
                    }
                    if (formatSpec.ordinal) {
                        // ordinals
                        matcher.regex += '(?:th|st|nd|rd)';
                    }
                    matcher.parse = function (value) {
                        let digits = value;
                        if (formatSpec.ordinal) {
                            // strip off the suffix
                            digits = value.substring(0, value.length - 2);
                        }
                        // strip out the separators
                        if (formatSpec.regular) {
                            digits = digits.split(',').join('');
                        } else {
                            formatSpec.groupingSeparators.forEach(sep => {
                                digits = digits.split(sep.character).join('');
                            });
                        }
                        if (formatSpec.zeroCode !== 0x30) {
                            // apply offset
                            digits = digits.split('').map(char => String.fromCodePoint(char.codePointAt(0) - formatSpec.zeroCode + 0x30)).join('');
                        }
                        return parseInt(digits);
                    };
                    break;
                case formats.SEQUENCE:
                    throw {
                        code: 'D3130',
                        value: formatSpec.token
                    };
            }

        }
        return matcher;
    }

    /**
     * parse a string containing an integer as specified by the picture string
     * @param {string} value - the string to parse
     * @param {string} picture - the picture string
     * @returns {number} - the parsed number
     */
    function parseInteger(value, picture) {
        if (typeof value === 'undefined') {
            return undefined;
        }

        const formatSpec = analyseIntegerPicture(picture);
        const matchSpec = generateRegex(formatSpec);
        //const fullRegex = '^' + matchSpec.regex + '$';
        //const matcher = new RegExp(fullRegex);
        // TODO validate input based on the matcher regex
        const result = matchSpec.parse(value);
        return result;
    }

    /**
     * parse a string containing a timestamp as specified by the picture string
     * @param {string} timestamp - the string to parse
     * @param {string} picture - the picture string
     * @returns {number} - the parsed timestamp in millis since the epoch
     */
    function parseDateTime(timestamp, picture) {
        const formatSpec = analyseDateTimePicture(picture);
        const matchSpec = generateRegex(formatSpec);
        const fullRegex = '^' + matchSpec.parts.map(part => '(' + part.regex + ')').join('') + '$';

        const matcher = new RegExp(fullRegex, 'i'); // TODO can cache this against the picture
        var info = matcher.exec(timestamp);
        if (info !== null) {
            // validate what we've just parsed - do we have enough information to create a timestamp?
            // rules:
            // The date is specified by one of:
            //    {Y, M, D}    (dateA)
            // or {Y, d}       (dateB)
            // or {Y, x, w, F} (dateC)
            // or {X, W, F}    (dateD)
            // The time is specified by one of:
            //    {H, m, s, f}    (timeA)
            // or {P, h, m, s, f} (timeB)
            // All sets can have an optional Z
            // To create a timestamp (epoch millis) we need both date and time, but we can default missing
            // information according to the following rules:
            // - line up one combination of the above from date, and one from time, most significant value (MSV) to least significant (LSV
            // - for the values that have been captured, if there are any gaps between MSV and LSV, then throw an error
            //     (e.g.) if hour and seconds, but not minutes is given - throw
            //     (e.g.) if month, hour and minutes, but not day-of-month is given - throw
            // - anything right of the LSV should be defaulted to zero
            //     (e.g.) if hour and minutes given, default seconds and fractional seconds to zero
            //     (e.g.) if date only given, default the time to 0:00:00.000 (midnight)
            // - anything left of the MSV should be defaulted to the value of that component returned by $now()
            //     (e.g.) if time only given, default the date to today
            //     (e.g.) if month and date given, default to this year (and midnight, by previous rule)
            //   -- default values for X, x, W, w, F will be derived from the values returned by $now()

            // implement the above rules
            // determine which of the above date/time combinations we have by using bit masks

            //        Y X M x W w d D F P H h m s f Z
            // dateA  1 0 1 0 0 0 0 1 ?                     0 - must not appear
            // dateB  1 0 0 0 0 0 1 0 ?                     1 - can appear - relevant
            // dateC  0 1 0 1 0 1 0 0 1                     ? - can appear - ignored
            // dateD  0 1 0 0 1 0 0 0 1
            // timeA                    0 1 0 1 1 1
            // timeB                    1 0 1 1 1 1

            // create bitmasks based on the above
            //    date mask             YXMxWwdD
            const dmA = 161;  // binary 10100001
            const dmB = 130;  // binary 10000010
            const dmC = 84;   // binary 01010100
            const dmD = 72;   // binary 01001000
            //    time mask             PHhmsf
            const tmA = 23;   // binary 010111
            const tmB = 47;   // binary 101111

            const components = Object.create(null);
            for (let i = 1; i < info.length; i++) {
                const mpart = matchSpec.parts[i - 1];
                if (mpart.parse) {
                    components[mpart.component] = mpart.parse(info[i]);
                }
            }

            if(Object.getOwnPropertyNames(components).length === 0) {
                // nothing specified
                return undefined;
            }

            let mask = 0;

            const shift = bit => {
                mask <<= 1;
                mask += bit ? 1 : 0;
            };

            const isType = type => {
                // shouldn't match any 0's, must match at least one 1
                return !(~type & mask) && !!(type & mask);
            };

            'YXMxWwdD'.split('').forEach(part => shift(components[part]));

            const dateA = isType(dmA);
            const dateB = !dateA && isType(dmB);
            const dateC = isType(dmC);
            const dateD = !dateC && isType(dmD);

            mask = 0;
            'PHhmsf'.split('').forEach(part => shift(components[part]));

            const timeA = isType(tmA);
            const timeB = !timeA && isType(tmB);

            // should only be zero or one date type and zero or one time type

            const dateComps = dateB ? 'YD' : dateC ? 'XxwF' : dateD? 'XWF' : 'YMD';
            const timeComps = timeB ? 'Phmsf' : 'Hmsf';

            const comps = dateComps + timeComps;

            // step through the candidate parts from most significant to least significant
            // default the most significant unspecified parts to current timestamp component
            // default the least significant unspecified parts to zero
            // if any gaps in between the specified parts, throw an error

            const now = this.environment.timestamp; // must get the fixed timestamp from jsonata

            let startSpecified = false;
            let endSpecified = false;
            comps.split('').forEach(part => {
                if(typeof components[part] === 'undefined') {
                    if(startSpecified) {
                        // past the specified block - default to zero
                        components[part] = ('MDd'.indexOf(part) !== -1) ? 1 : 0;
                        endSpecified = true;
                    } else {
                        // haven't hit the specified block yet, default to current timestamp
                        components[part] = getDateTimeFragment(now, part);
                    }
                } else {
                    startSpecified = true;
                    if(endSpecified) {
                        throw {
                            code: 'D3136'
                        };
                    }
                }
            });

            // validate and fill in components
            if (components.M > 0) {
                components.M -= 1;  // Date.UTC requires a zero-indexed month
            } else {
                components.M = 0; // default to January
            }
            if (dateB) {
                // millis for given 1st Jan of that year (at 00:00 UTC)
                const firstJan = Date.UTC(components.Y, 0);
                const offsetMillis = (components.d - 1) * 1000 * 60 * 60 * 24;
                const derivedDate = new Date(firstJan + offsetMillis);
                components.M = derivedDate.getUTCMonth();
                components.D = derivedDate.getUTCDate();
            }
            if (dateC) {
                // TODO implement this
                // parsing this format not currently supported
                throw {
                    code: 'D3136'
                };
            }
            if (dateD) {
                // TODO implement this
                // parsing this format (ISO week date) not currently supported
                throw {
                    code: 'D3136'
                };
            }
            if (timeB) {
                // 12hr to 24hr
                components.H = components.h === 12 ? 0 : components.h;
                if (components.P === 1) {
                    components.H += 12;
                }
            }

            var millis = Date.UTC(components.Y, components.M, components.D, components.H, components.m, components.s, components.f);
            if(components.Z || components.z) {
                // adjust for timezone
                millis -= (components.Z || components.z) * 60 * 1000;
            }
            return millis;
        }
    }

    // Regular expression to match an ISO 8601 formatted timestamp
    var iso8601regex = new RegExp('^\\d{4}(-[01]\\d)?(-[0-3]\\d)?(T[0-2]\\d:[0-5]\\d:[0-5]\\d)?(\\.\\d+)?([+-][0-2]\\d:?[0-5]\\d|Z)?$');

    /**
     * Converts an ISO 8601 timestamp to milliseconds since the epoch
     *
     * @param {string} timestamp - the timestamp to be converted
     * @param {string} [picture] - the picture string defining the format of the timestamp (defaults to ISO 8601)
     * @returns {Number} - milliseconds since the epoch
     */
    function toMillis(timestamp, picture) {
        // undefined inputs always return undefined
        if(typeof timestamp === 'undefined') {
            return undefined;
        }

        if(typeof picture === 'undefined') {
            if (!iso8601regex.test(timestamp)) {
                throw {
                    stack: (new Error()).stack,
                    code: "D3110",
                    value: timestamp
                };
            }

            return Date.parse(timestamp);
        } else {
            return parseDateTime.call(this, timestamp, picture);
        }
    }

    /**
     * Converts milliseconds since the epoch to an ISO 8601 timestamp
     * @param {Number} millis - milliseconds since the epoch to be converted
     * @param {string} [picture] - the picture string defining the format of the timestamp (defaults to ISO 8601)
     * @param {string} [timezone] - the timezone to format the timestamp in (defaults to UTC)
     * @returns {String} - the formatted timestamp
     */
    function fromMillis(millis, picture, timezone) {
        // undefined inputs always return undefined
        if(typeof millis === 'undefined') {
            return undefined;
        }

        return formatDateTime.call(this, millis, picture, timezone);
    }

    return {
        formatInteger, parseInteger, fromMillis, toMillis
    };
})();

module.exports = dateTime;

},{"./utils":6}],2:[function(require,module,exports){
(function (global){(function (){
/**
 * \u00a9 Copyright IBM Corp. 2016, 2018 All Rights Reserved
 *   Project name: JSONata
 *   This project is licensed under the MIT License, see LICENSE
 */

var utils = require('./utils');

const functions = (() => {
    'use strict';

    var isNumeric = utils.isNumeric;
    var isArrayOfStrings = utils.isArrayOfStrings;
    var isArrayOfNumbers = utils.isArrayOfNumbers;
    var isSequence = utils.isSequence;
    var isFunction = utils.isFunction;
    var isLambda = utils.isLambda;
    var isPromise = utils.isPromise;
    var getFunctionArity = utils.getFunctionArity;
    var deepEquals = utils.isDeepEqual;
    var stringToArray = utils.stringToArray;

    /**
     * Sum function
     * @param {Object} args - Arguments
     * @returns {number} Total value of arguments
     */
    function sum(args) {
        // undefined inputs always return undefined
        if (typeof args === 'undefined') {
            return undefined;
        }

        var total = 0;
        args.forEach(function (num) {
            total += num;
        });
        return total;
    }

    /**
     * Count function
     * @param {Object} args - Arguments
     * @returns {number} Number of elements in the array
     */
    function count(args) {
        // undefined inputs always return undefined
        if (typeof args === 'undefined') {
            return 0;
        }

        return args.length;
    }

    /**
     * Max function
     * @param {Object} args - Arguments
     * @returns {number} Max element in the array
     */
    function max(args) {
        // undefined inputs always return undefined
        if (typeof args === 'undefined' || args.length === 0) {
            return undefined;
        }

        return Math.max.apply(Math, args);
    }

    /**
     * Min function
     * @param {Object} args - Arguments
     * @returns {number} Min element in the array
     */
    function min(args) {
        // undefined inputs always return undefined
        if (typeof args === 'undefined' || args.length === 0) {
            return undefined;
        }

        return Math.min.apply(Math, args);
    }

    /**
     * Average function
     * @param {Object} args - Arguments
     * @returns {number} Average element in the array
     */
    function average(args) {
        // undefined inputs always return undefined
        if (typeof args === 'undefined' || args.length === 0) {
            return undefined;
        }

        var total = 0;
        args.forEach(function (num) {
            total += num;
        });
        return total / args.length;
    }

    /**
     * Stringify arguments
     * @param {Object} arg - Arguments
     * @param {boolean} [prettify] - Pretty print the result
     * @returns {String} String from arguments
     */
    function string(arg, prettify = false) {
        // undefined inputs always return undefined
        if (typeof arg === 'undefined') {
            return undefined;
        }

        var str;

        if (typeof arg === 'string') {
            // already a string
            str = arg;
        } else if (isFunction(arg)) {
            // functions (built-in and lambda convert to empty string
            str = '';
        } else if (typeof arg === 'number' && !isFinite(arg)) {
            throw {
                code: "D3001",
                value: arg,
                stack: (new Error()).stack
            };
        } else {
            var space = prettify ? 2 : 0;
            if(Array.isArray(arg) && arg.outerWrapper) {
                arg = arg[0];
            }
            str = JSON.stringify(arg, function (key, val) {
                if (typeof val !== 'undefined' && val !== null && isNumeric(val)) {
                    return val.toPrecision && !Number.isInteger(val) ? Number(val.toPrecision(15)) : val;
                }
                return val && isFunction(val) ? '' : val;
            }, space);
        }
        return str;
    }

    /**
     * Create substring based on character number and length
     * @param {String} str - String to evaluate
     * @param {Integer} start - Character number to start substring
     * @param {Integer} [length] - Number of characters in substring
     * @returns {string|*} Substring
     */
    function substring(str, start, length) {
        // undefined inputs always return undefined
        if (typeof str === 'undefined') {
            return undefined;
        }

        var strArray = stringToArray(str);
        var strLength = strArray.length;

        if (strLength + start < 0) {
            start = 0;
        }

        if (typeof length !== 'undefined') {
            if (length <= 0) {
                return '';
            }
            var end = start >= 0 ? start + length : strLength + start + length;
            return strArray.slice(start, end).join('');
        }

        return strArray.slice(start).join('');
    }

    /**
     * Create substring up until a character
     * @param {String} str - String to evaluate
     * @param {String} chars - Character to define substring boundary
     * @returns {*} Substring
     */
    function substringBefore(str, chars) {
        // undefined inputs always return undefined
        if (typeof str === 'undefined') {
            return undefined;
        }

        var pos = str.indexOf(chars);
        if (pos > -1) {
            return str.substr(0, pos);
        } else {
            return str;
        }
    }

    /**
     * Create substring after a character
     * @param {String} str - String to evaluate
     * @param {String} chars - Character to define substring boundary
     * @returns {*} Substring
     */
    function substringAfter(str, chars) {
        // undefined inputs always return undefined
        if (typeof str === 'undefined') {
            return undefined;
        }

        var pos = str.indexOf(chars);
        if (pos > -1) {
            return str.substr(pos + chars.length);
        } else {
            return str;
        }
    }

    /**
     * Lowercase a string
     * @param {String} str - String to evaluate
     * @returns {string} Lowercase string
     */
    function lowercase(str) {
        // undefined inputs always return undefined
        if (typeof str === 'undefined') {
            return undefined;
        }

        return str.toLowerCase();
    }

    /**
     * Uppercase a string
     * @param {String} str - String to evaluate
     * @returns {string} Uppercase string
     */
    function uppercase(str) {
        // undefined inputs always return undefined
        if (typeof str === 'undefined') {
            return undefined;
        }

        return str.toUpperCase();
    }

    /**
     * length of a string
     * @param {String} str - string
     * @returns {Number} The number of characters in the string
     */
    function length(str) {
        // undefined inputs always return undefined
        if (typeof str === 'undefined') {
            return undefined;
        }

        return stringToArray(str).length;
    }

    /**
     * Normalize and trim whitespace within a string
     * @param {string} str - string to be trimmed
     * @returns {string} - trimmed string
     */
    function trim(str) {
        // undefined inputs always return undefined
        if (typeof str === 'undefined') {
            return undefined;
        }

        // normalize whitespace
        var result = str.replace(/[ \t\n\r]+/gm, ' ');
        if (result.charAt(0) === ' ') {
            // strip leading space
            result = result.substring(1);
        }
        if (result.charAt(result.length - 1) === ' ') {
            // strip trailing space
            result = result.substring(0, result.length - 1);
        }
        return result;
    }

    /**
     * Pad a string to a minimum width by adding characters to the start or end
     * @param {string} str - string to be padded
     * @param {number} width - the minimum width; +ve pads to the right, -ve pads to the left
     * @param {string} [char] - the pad character(s); defaults to ' '
     * @returns {string} - padded string
     */
    function pad(str, width, char) {
        // undefined inputs always return undefined
        if (typeof str === 'undefined') {
            return undefined;
        }

        if (typeof char === 'undefined' || char.length === 0) {
            char = ' ';
        }

        var result;
        width = Math.trunc(width);
        var padLength = Math.abs(width) - length(str);
        if (padLength > 0) {
            var padding = (new Array(padLength + 1)).join(char);
            if (char.length > 1) {
                padding = substring(padding, 0, padLength);
            }
            if (width > 0) {
                result = str + padding;
            } else {
                result = padding + str;
            }
        } else {
            result = str;
        }
        return result;
    }

    /**
     * Evaluate the matcher function against the str arg
     *
     * @param {*} matcher - matching function (native or lambda)
     * @param {string} str - the string to match against
     * @returns {object} - structure that represents the match(es)
     */
    async function evaluateMatcher(matcher, str) {
        var result = matcher.apply(this, [str]); // eslint-disable-line no-useless-call
        if(isPromise(result)) {
            result = await result;
        }
        if(result && !(typeof result.start === 'number' || result.end === 'number' || Array.isArray(result.groups) || isFunction(result.next))) {
            // the matcher function didn't return the correct structure
            throw {
                code: "T1010",
                stack: (new Error()).stack,
            };
        }
        return result;
    }

    /**
     * Tests if the str contains the token
     * @param {String} str - string to test
     * @param {String} token - substring or regex to find
     * @returns {Boolean} - true if str contains token
     */
    async function contains(str, token) {
        // undefined inputs always return undefined
        if (typeof str === 'undefined' || typeof token === 'undefined') {
            return undefined;
        }

        var result;

        if (typeof token === 'string') {
            result = (str.indexOf(token) !== -1);
        } else {
            var matches = await evaluateMatcher(token, str);
            result = (typeof matches !== 'undefined');
        }

        return result;
    }

    /**
     * Match a string with a regex returning an array of object containing details of each match
     * @param {String} str - string
     * @param {String} regex - the regex applied to the string
     * @param {Integer} [limit] - max number of matches to return
     * @returns {Array} The array of match objects
     */
    async function match(str, regex, limit) {
        // undefined inputs always return undefined
        if (typeof str === 'undefined') {
            return undefined;
        }

        // limit, if specified, must be a non-negative number
        if (limit < 0) {
            throw {
                stack: (new Error()).stack,
                value: limit,
                code: 'D3040',
                index: 3
            };
        }

        var result = this.createSequence();

        if (typeof limit === 'undefined' || limit > 0) {
            var count = 0;
            var matches = await evaluateMatcher(regex, str);
            if (typeof matches !== 'undefined') {
                while (typeof matches !== 'undefined' && (typeof limit === 'undefined' || count < limit)) {
                    result.push({
                        match: matches.match,
                        index: matches.start,
                        groups: matches.groups
                    });
                    matches = await evaluateMatcher(matches.next);
                    count++;
                }
            }
        }

        return result;
    }

    /**
     * Match a string with a regex returning an array of object containing details of each match
     * @param {String} str - string
     * @param {String} pattern - the substring/regex applied to the string
     * @param {String} replacement - text to replace the matched substrings
     * @param {Integer} [limit] - max number of matches to return
     * @returns {Array} The array of match objects
     */
    async function replace(str, pattern, replacement, limit) {
        // undefined inputs always return undefined
        if (typeof str === 'undefined') {
            return undefined;
        }

        var self = this;

        // pattern cannot be an empty string
        if (pattern === '') {
            throw {
                code: "D3010",
                stack: (new Error()).stack,
                value: pattern,
                index: 2
            };
        }

        // limit, if specified, must be a non-negative number
        if (limit < 0) {
            throw {
                code: "D3011",
                stack: (new Error()).stack,
                value: limit,
                index: 4
            };
        }

        var replacer;
        if (typeof replacement === 'string') {
            replacer = function (regexMatch) {
                var substitute = '';
                // scan forward, copying the replacement text into the substitute string
                // and replace any occurrence of $n with the values matched by the regex
                var position = 0;
                var index = replacement.indexOf('$', position);
                while (index !== -1 && position < replacement.length) {
                    substitute += replacement.substring(position, index);
                    position = index + 1;
                    var dollarVal = replacement.charAt(position);
                    if (dollarVal === '$') {
                        // literal $
                        substitute += '$';
                        position++;
                    } else if (dollarVal === '0') {
                        substitute += regexMatch.match;
                        position++;
                    } else {
                        var maxDigits;
                        if (regexMatch.groups.length === 0) {
                            // no sub-matches; any $ followed by a digit will be replaced by an empty string
                            maxDigits = 1;
                        } else {
                            // max number of digits to parse following the $
                            maxDigits = Math.floor(Math.log(regexMatch.groups.length) * Math.LOG10E) + 1;
                        }
                        index = parseInt(replacement.substring(position, position + maxDigits), 10);
                        if (maxDigits > 1 && index > regexMatch.groups.length) {
                            index = parseInt(replacement.substring(position, position + maxDigits - 1), 10);
                        }
                        if (!isNaN(index)) {
                            if (regexMatch.groups.length > 0) {
                                var submatch = regexMatch.groups[index - 1];
                                if (typeof submatch !== 'undefined') {
                                    substitute += submatch;
                                }
                            }
                            position += index.toString().length;
                        } else {
                            // not a capture group, treat the $ as literal
                            substitute += '$';
                        }
                    }
                    index = replacement.indexOf('$', position);
                }
                substitute += replacement.substring(position);
                return substitute;
            };
        } else {
            replacer = replacement;
        }

        var result = '';
        var position = 0;

        if (typeof limit === 'undefined' || limit > 0) {
            var count = 0;
            if (typeof pattern === 'string') {
                var index = str.indexOf(pattern, position);
                while (index !== -1 && (typeof limit === 'undefined' || count < limit)) {
                    result += str.substring(position, index);
                    result += replacement;
                    position = index + pattern.length;
                    count++;
                    index = str.indexOf(pattern, position);
                }
                result += str.substring(position);
            } else {
                var matches = await evaluateMatcher(pattern, str);
                if (typeof matches !== 'undefined') {
                    while (typeof matches !== 'undefined' && (typeof limit === 'undefined' || count < limit)) {
                        result += str.substring(position, matches.start);
                        var replacedWith = replacer.apply(self, [matches]);
                        if (isPromise(replacedWith)) {
                            replacedWith = await replacedWith;
                        }
                        // check replacedWith is a string
                        if (typeof replacedWith === 'string') {
                            result += replacedWith;
                        } else {
                            // not a string - throw error
                            throw {
                                code: "D3012",
                                stack: (new Error()).stack,
                                value: replacedWith
                            };
                        }
                        position = matches.start + matches.match.length;
                        count++;
                        matches = await evaluateMatcher(matches.next);
                    }
                    result += str.substring(position);
                } else {
                    result = str;
                }
            }
        } else {
            result = str;
        }

        return result;
    }

    /**
     * Base64 encode a string
     * @param {String} str - string
     * @returns {String} Base 64 encoding of the binary data
     */
    function base64encode(str) {
        // undefined inputs always return undefined
        if (typeof str === 'undefined') {
            return undefined;
        }
        // Use btoa in a browser, or Buffer in Node.js

        var btoa = typeof window !== 'undefined' ?
            /* istanbul ignore next */ window.btoa :
            function (str) {
                // Simply doing `new Buffer` at this point causes Browserify to pull
                // in the entire Buffer browser library, which is large and unnecessary.
                // Using `global.Buffer` defeats this.
                return new global.Buffer.from(str, 'binary').toString('base64'); // eslint-disable-line new-cap
            };
        return btoa(str);
    }

    /**
     * Base64 decode a string
     * @param {String} str - string
     * @returns {String} Base 64 encoding of the binary data
     */
    function base64decode(str) {
        // undefined inputs always return undefined
        if (typeof str === 'undefined') {
            return undefined;
        }
        // Use btoa in a browser, or Buffer in Node.js
        var atob = typeof window !== 'undefined' ?
            /* istanbul ignore next */ window.atob :
            function (str) {
                // Simply doing `new Buffer` at this point causes Browserify to pull
                // in the entire Buffer browser library, which is large and unnecessary.
                // Using `global.Buffer` defeats this.
                return new global.Buffer.from(str, 'base64').toString('binary'); // eslint-disable-line new-cap
            };
        return atob(str);
    }

    /**
     * Encode a string into a component for a url
     * @param {String} str - String to encode
     * @returns {string} Encoded string
     */
    function encodeUrlComponent(str) {
        // undefined inputs always return undefined
        if (typeof str === 'undefined') {
            return undefined;
        }

        // Catch URIErrors when URI sequence is malformed
        var returnVal;
        try {
            returnVal = encodeURIComponent(str);
        } catch (e) {
            throw {
                code: "D3140",
                stack: (new Error()).stack,
                value: str,
                functionName: "encodeUrlComponent"
            };
        }
        return returnVal;
    }

    /**
     * Encode a string into a url
     * @param {String} str - String to encode
     * @returns {string} Encoded string
     */
    function encodeUrl(str) {
        // undefined inputs always return undefined
        if (typeof str === 'undefined') {
            return undefined;
        }

        // Catch URIErrors when URI sequence is malformed
        var returnVal;
        try {
            returnVal = encodeURI(str);
        } catch (e) {
            throw {
                code: "D3140",
                stack: (new Error()).stack,
                value: str,
                functionName: "encodeUrl"
            };
        }
        return returnVal;
    }

    /**
     * Decode a string from a component for a url
     * @param {String} str - String to decode
     * @returns {string} Decoded string
     */
    function decodeUrlComponent(str) {
        // undefined inputs always return undefined
        if (typeof str === 'undefined') {
            return undefined;
        }

        // Catch URIErrors when URI sequence is malformed
        var returnVal;
        try {
            returnVal = decodeURIComponent(str);
        } catch (e) {
            throw {
                code: "D3140",
                stack: (new Error()).stack,
                value: str,
                functionName: "decodeUrlComponent"
            };
        }
        return returnVal;
    }

    /**
     * Decode a string from a url
     * @param {String} str - String to decode
     * @returns {string} Decoded string
     */
    function decodeUrl(str) {
        // undefined inputs always return undefined
        if (typeof str === 'undefined') {
            return undefined;
        }

        // Catch URIErrors when URI sequence is malformed
        var returnVal;
        try {
            returnVal = decodeURI(str);
        } catch (e) {
            throw {
                code: "D3140",
                stack: (new Error()).stack,
                value: str,
                functionName: "decodeUrl"
            };
        }
        return returnVal;
    }

    /**
     * Split a string into an array of substrings
     * @param {String} str - string
     * @param {String} separator - the token or regex that splits the string
     * @param {Integer} [limit] - max number of substrings
     * @returns {Array} The array of string
     */
    async function split(str, separator, limit) {
        // undefined inputs always return undefined
        if (typeof str === 'undefined') {
            return undefined;
        }

        // limit, if specified, must be a non-negative number
        if (limit < 0) {
            throw {
                code: "D3020",
                stack: (new Error()).stack,
                value: limit,
                index: 3
            };
        }

        var result = [];

        if (typeof limit === 'undefined' || limit > 0) {
            if (typeof separator === 'string') {
                result = str.split(separator, limit);
            } else {
                var count = 0;
                var matches = await evaluateMatcher(separator, str);
                if (typeof matches !== 'undefined') {
                    var start = 0;
                    while (typeof matches !== 'undefined' && (typeof limit === 'undefined' || count < limit)) {
                        result.push(str.substring(start, matches.start));
                        start = matches.end;
                        matches = await evaluateMatcher(matches.next);
                        count++;
                    }
                    if (typeof limit === 'undefined' || count < limit) {
                        result.push(str.substring(start));
                    }
                } else {
                    result.push(str);
                }
            }
        }

        return result;
    }

    /**
     * Join an array of strings
     * @param {Array} strs - array of string
     * @param {String} [separator] - the token that splits the string
     * @returns {String} The concatenated string
     */
    function join(strs, separator) {
        // undefined inputs always return undefined
        if (typeof strs === 'undefined') {
            return undefined;
        }

        // if separator is not specified, default to empty string
        if (typeof separator === 'undefined') {
            separator = "";
        }

        return strs.join(separator);
    }

    /**
     * Formats a number into a decimal string representation using XPath 3.1 F&O fn:format-number spec
     * @param {number} value - number to format
     * @param {String} picture - picture string definition
     * @param {Object} [options] - override locale defaults
     * @returns {String} The formatted string
     */
    function formatNumber(value, picture, options) {
        // undefined inputs always return undefined
        if (typeof value === 'undefined') {
            return undefined;
        }

        var defaults = {
            "decimal-separator": ".",
            "grouping-separator": ",",
            "exponent-separator": "e",
            "infinity": "Infinity",
            "minus-sign": "-",
            "NaN": "NaN",
            "percent": "%",
            "per-mille": "\u2030",
            "zero-digit": "0",
            "digit": "#",
            "pattern-separator": ";"
        };

        // if `options` is specified, then its entries override defaults
        var properties = defaults;
        if (typeof options !== 'undefined') {
            utils.keys(options).forEach(function (key) {
                properties[key] = options[key];
            });
        }

        var decimalDigitFamily = [];
        var zeroCharCode = properties['zero-digit'].charCodeAt(0);
        for (var ii = zeroCharCode; ii < zeroCharCode + 10; ii++) {
            decimalDigitFamily.push(String.fromCharCode(ii));
        }

        var activeChars = decimalDigitFamily.concat([properties['decimal-separator'], properties['exponent-separator'], properties['grouping-separator'], properties.digit, properties['pattern-separator']]);

        var subPictures = picture.split(properties['pattern-separator']);

        if (subPictures.length > 2) {
            throw {
                code: 'D3080',
                stack: (new Error()).stack
            };
        }

        var splitParts = function (subpicture) {
            var prefix = (function () {
                var ch;
                for (var ii = 0; ii < subpicture.length; ii++) {
                    ch = subpicture.charAt(ii);
                    if (activeChars.indexOf(ch) !== -1 && ch !== properties['exponent-separator']) {
                        return subpicture.substring(0, ii);
                    }
                }
                return "";
            })();
            var suffix = (function () {
                var ch;
                for (var ii = subpicture.length - 1; ii >= 0; ii--) {
                    ch = subpicture.charAt(ii);
                    if (activeChars.indexOf(ch) !== -1 && ch !== properties['exponent-separator']) {
                        return subpicture.substring(ii + 1);
                    }
                }
                return "";
            })();
            var activePart = subpicture.substring(prefix.length, subpicture.length - suffix.length);
            var mantissaPart, exponentPart, integerPart, fractionalPart;
            var exponentPosition = subpicture.indexOf(properties['exponent-separator'], prefix.length);
            if (exponentPosition === -1 || exponentPosition > subpicture.length - suffix.length) {
                mantissaPart = activePart;
                exponentPart = undefined;
            } else {
                mantissaPart = activePart.substring(0, exponentPosition);
                exponentPart = activePart.substring(exponentPosition + 1);
            }
            var decimalPosition = mantissaPart.indexOf(properties['decimal-separator']);
            if (decimalPosition === -1) {
                integerPart = mantissaPart;
                fractionalPart = suffix;
            } else {
                integerPart = mantissaPart.substring(0, decimalPosition);
                fractionalPart = mantissaPart.substring(decimalPosition + 1);
            }
            return {
                prefix: prefix,
                suffix: suffix,
                activePart: activePart,
                mantissaPart: mantissaPart,
                exponentPart: exponentPart,
                integerPart: integerPart,
                fractionalPart: fractionalPart,
                subpicture: subpicture
            };
        };

        // validate the picture string, F&O 4.7.3
        var validate = function (parts) {
            var error;
            var ii;
            var subpicture = parts.subpicture;
            var decimalPos = subpicture.indexOf(properties['decimal-separator']);
            if (decimalPos !== subpicture.lastIndexOf(properties['decimal-separator'])) {
                error = 'D3081';
            }
            if (subpicture.indexOf(properties.percent) !== subpicture.lastIndexOf(properties.percent)) {
                error = 'D3082';
            }
            if (subpicture.indexOf(properties['per-mille']) !== subpicture.lastIndexOf(properties['per-mille'])) {
                error = 'D3083';
            }
            if (subpicture.indexOf(properties.percent) !== -1 && subpicture.indexOf(properties['per-mille']) !== -1) {
                error = 'D3084';
            }
            var valid = false;
            for (ii = 0; ii < parts.mantissaPart.length; ii++) {
                var ch = parts.mantissaPart.charAt(ii);
                if (decimalDigitFamily.indexOf(ch) !== -1 || ch === properties.digit) {
                    valid = true;
                    break;
                }
            }
            if (!valid) {
                error = 'D3085';
            }
            var charTypes = parts.activePart.split('').map(function (char) {
                return activeChars.indexOf(char) === -1 ? 'p' : 'a';
            }).join('');
            if (charTypes.indexOf('p') !== -1) {
                error = 'D3086';
            }
            if (decimalPos !== -1) {
                if (subpicture.charAt(decimalPos - 1) === properties['grouping-separator'] || subpicture.charAt(decimalPos + 1) === properties['grouping-separator']) {
                    error = 'D3087';
                }
            } else if (parts.integerPart.charAt(parts.integerPart.length - 1) === properties['grouping-separator']) {
                error = 'D3088';
            }
            if (subpicture.indexOf(properties['grouping-separator'] + properties['grouping-separator']) !== -1) {
                error = 'D3089';
            }
            var optionalDigitPos = parts.integerPart.indexOf(properties.digit);
            if (optionalDigitPos !== -1 && parts.integerPart.substring(0, optionalDigitPos).split('').filter(function (char) {
                return decimalDigitFamily.indexOf(char) > -1;
            }).length > 0) {
                error = 'D3090';
            }
            optionalDigitPos = parts.fractionalPart.lastIndexOf(properties.digit);
            if (optionalDigitPos !== -1 && parts.fractionalPart.substring(optionalDigitPos).split('').filter(function (char) {
                return decimalDigitFamily.indexOf(char) > -1;
            }).length > 0) {
                error = 'D3091';
            }
            var exponentExists = (typeof parts.exponentPart === 'string');
            if (exponentExists && parts.exponentPart.length > 0 && (subpicture.indexOf(properties.percent) !== -1 || subpicture.indexOf(properties['per-mille']) !== -1)) {
                error = 'D3092';
            }
            if (exponentExists && (parts.exponentPart.length === 0 || parts.exponentPart.split('').filter(function (char) {
                return decimalDigitFamily.indexOf(char) === -1;
            }).length > 0)) {
                error = 'D3093';
            }
            if (error) {
                throw {
                    code: error,
                    stack: (new Error()).stack
                };
            }
        };

        // analyse the picture string, F&O 4.7.4
        var analyse = function (parts) {
            var getGroupingPositions = function (part, toLeft) {
                var positions = [];
                var groupingPosition = part.indexOf(properties['grouping-separator']);
                while (groupingPosition !== -1) {
                    var charsToTheRight = (toLeft ? part.substring(0, groupingPosition) : part.substring(groupingPosition)).split('').filter(function (char) {
                        return decimalDigitFamily.indexOf(char) !== -1 || char === properties.digit;
                    }).length;
                    positions.push(charsToTheRight);
                    groupingPosition = parts.integerPart.indexOf(properties['grouping-separator'], groupingPosition + 1);
                }
                return positions;
            };
            var integerPartGroupingPositions = getGroupingPositions(parts.integerPart);
            var regular = function (indexes) {
                // are the grouping positions regular? i.e. same interval between each of them
                if (indexes.length === 0) {
                    return 0;
                }
                var gcd = function (a, b) {
                    return b === 0 ? a : gcd(b, a % b);
                };
                // find the greatest common divisor of all the positions
                var factor = indexes.reduce(gcd);
                // is every position separated by this divisor? If so, it's regular
                for (var index = 1; index <= indexes.length; index++) {
                    if (indexes.indexOf(index * factor) === -1) {
                        return 0;
                    }
                }
                return factor;
            };

            var regularGrouping = regular(integerPartGroupingPositions);
            var fractionalPartGroupingPositions = getGroupingPositions(parts.fractionalPart, true);

            var minimumIntegerPartSize = parts.integerPart.split('').filter(function (char) {
                return decimalDigitFamily.indexOf(char) !== -1;
            }).length;
            var scalingFactor = minimumIntegerPartSize;

            var fractionalPartArray = parts.fractionalPart.split('');
            var minimumFactionalPartSize = fractionalPartArray.filter(function (char) {
                return decimalDigitFamily.indexOf(char) !== -1;
            }).length;
            var maximumFactionalPartSize = fractionalPartArray.filter(function (char) {
                return decimalDigitFamily.indexOf(char) !== -1 || char === properties.digit;
            }).length;
            var exponentPresent = typeof parts.exponentPart === 'string';
            if (minimumIntegerPartSize === 0 && maximumFactionalPartSize === 0) {
                if (exponentPresent) {
                    minimumFactionalPartSize = 1;
                    maximumFactionalPartSize = 1;
                } else {
                    minimumIntegerPartSize = 1;
                }
            }
            if (exponentPresent && minimumIntegerPartSize === 0 && parts.integerPart.indexOf(properties.digit) !== -1) {
                minimumIntegerPartSize = 1;
            }
            if (minimumIntegerPartSize === 0 && minimumFactionalPartSize === 0) {
                minimumFactionalPartSize = 1;
            }
            var minimumExponentSize = 0;
            if (exponentPresent) {
                minimumExponentSize = parts.exponentPart.split('').filter(function (char) {
                    return decimalDigitFamily.indexOf(char) !== -1;
                }).length;
            }

            return {
                integerPartGroupingPositions: integerPartGroupingPositions,
                regularGrouping: regularGrouping,
                minimumIntegerPartSize: minimumIntegerPartSize,
                scalingFactor: scalingFactor,
                prefix: parts.prefix,
                fractionalPartGroupingPositions: fractionalPartGroupingPositions,
                minimumFactionalPartSize: minimumFactionalPartSize,
                maximumFactionalPartSize: maximumFactionalPartSize,
                minimumExponentSize: minimumExponentSize,
                suffix: parts.suffix,
                picture: parts.subpicture
            };
        };

        var parts = subPictures.map(splitParts);
        parts.forEach(validate);

        var variables = parts.map(analyse);

        var minus_sign = properties['minus-sign'];
        var zero_digit = properties['zero-digit'];
        var decimal_separator = properties['decimal-separator'];
        var grouping_separator = properties['grouping-separator'];

        if (variables.length === 1) {
            variables.push(JSON.parse(JSON.stringify(variables[0])));
            variables[1].prefix = minus_sign + variables[1].prefix;
        }

        // TODO cache the result of the analysis

        // format the number
        // bullet 1: TODO: NaN - not sure we'd ever get this in JSON
        var pic;
        // bullet 2:
        if (value >= 0) {
            pic = variables[0];
        } else {
            pic = variables[1];
        }
        var adjustedNumber;
        // bullet 3:
        if (pic.picture.indexOf(properties.percent) !== -1) {
            adjustedNumber = value * 100;
        } else if (pic.picture.indexOf(properties['per-mille']) !== -1) {
            adjustedNumber = value * 1000;
        } else {
            adjustedNumber = value;
        }
        // bullet 4:
        // TODO: infinity - not sure we'd ever get this in JSON
        // bullet 5:
        var mantissa, exponent;
        if (pic.minimumExponentSize === 0) {
            mantissa = adjustedNumber;
        } else {
            // mantissa * 10^exponent = adjustedNumber
            var maxMantissa = Math.pow(10, pic.scalingFactor);
            var minMantissa = Math.pow(10, pic.scalingFactor - 1);
            mantissa = adjustedNumber;
            exponent = 0;
            // Compare magnitudes; previously `mantissa < minMantissa` was
            // true for every negative mantissa and `0 * 10 === 0` never
            // crossed the threshold, producing an infinite loop on zero
            // and negative inputs (#785). For zero the desired exponent is
            // simply zero \u2014 the XPath F&O Bullet 5 says "if N is zero, set
            // M to zero and E to zero".
            if (mantissa !== 0) {
                while (Math.abs(mantissa) < minMantissa) {
                    mantissa *= 10;
                    exponent -= 1;
                }
                while (Math.abs(mantissa) > maxMantissa) {
                    mantissa /= 10;
                    exponent += 1;
                }
            }
        }
        // bullet 6:
        var roundedNumber = round(mantissa, pic.maximumFactionalPartSize);
        // bullet 7:
        var makeString = function (value, dp) {
            var str = Math.abs(value).toFixed(dp);
            if (zero_digit !== '0') {
                str = str.split('').map(function (digit) {
                    if (digit >= '0' && digit <= '9') {
                        return decimalDigitFamily[digit.charCodeAt(0) - 48];
                    } else {
                        return digit;
                    }
                }).join('');
            }
            return str;
        };
        var stringValue = makeString(roundedNumber, pic.maximumFactionalPartSize);
        var decimalPos = stringValue.indexOf('.');
        if (decimalPos === -1) {
            stringValue = stringValue + decimal_separator;
        } else {
            stringValue = stringValue.replace('.', decimal_separator);
        }
        while (stringValue.charAt(0) === zero_digit) {
            stringValue = stringValue.substring(1);
        }
        while (stringValue.charAt(stringValue.length - 1) === zero_digit) {
            stringValue = stringValue.substring(0, stringValue.length - 1);
        }
        // bullets 8 & 9:
        decimalPos = stringValue.indexOf(decimal_separator);
        var padLeft = pic.minimumIntegerPartSize - decimalPos;
        var padRight = pic.minimumFactionalPartSize - (stringValue.length - decimalPos - 1);
        stringValue = (padLeft > 0 ? new Array(padLeft + 1).join(zero_digit) : '') + stringValue;
        stringValue = stringValue + (padRight > 0 ? new Array(padRight + 1).join(zero_digit) : '');
        decimalPos = stringValue.indexOf(decimal_separator);
        // bullet 10:
        if (pic.regularGrouping > 0) {
            var groupCount = Math.floor((decimalPos - 1) / pic.regularGrouping);
            for (var group = 1; group <= groupCount; group++) {
                stringValue = [stringValue.slice(0, decimalPos - group * pic.regularGrouping), grouping_separator, stringValue.slice(decimalPos - group * pic.regularGrouping)].join('');
            }
        } else {
            pic.integerPartGroupingPositions.forEach(function (pos) {
                stringValue = [stringValue.slice(0, decimalPos - pos), grouping_separator, stringValue.slice(decimalPos - pos)].join('');
                decimalPos++;
            });
        }
        // bullet 11:
        decimalPos = stringValue.indexOf(decimal_separator);
        pic.fractionalPartGroupingPositions.forEach(function (pos) {
            stringValue = [stringValue.slice(0, pos + decimalPos + 1), grouping_separator, stringValue.slice(pos + decimalPos + 1)].join('');
        });
        // bullet 12:
        decimalPos = stringValue.indexOf(decimal_separator);
        if (pic.picture.indexOf(decimal_separator) === -1 || decimalPos === stringValue.length - 1) {
            stringValue = stringValue.substring(0, stringValue.length - 1);
        }
        // bullet 13:
        if (typeof exponent !== 'undefined') {
            var stringExponent = makeString(exponent, 0);
            padLeft = pic.minimumExponentSize - stringExponent.length;
            if (padLeft > 0) {
                stringExponent = new Array(padLeft + 1).join(zero_digit) + stringExponent;
            }
            stringValue = stringValue + properties['exponent-separator'] + (exponent < 0 ? minus_sign : '') + stringExponent;
        }
        // bullet 14:
        stringValue = pic.prefix + stringValue + pic.suffix;
        return stringValue;
    }

    /**
     * Converts a number to a string using a specified number base
     * @param {number} value - the number to convert
     * @param {number} [radix] - the number base; must be between 2 and 36. Defaults to 10
     * @returns {string} - the converted string
     */
    function formatBase(value, radix) {
        // undefined inputs always return undefined
        if (typeof value === 'undefined') {
            return undefined;
        }

        value = round(value);

        if (typeof radix === 'undefined') {
            radix = 10;
        } else {
            radix = round(radix);
        }

        if (radix < 2 || radix > 36) {
            throw {
                code: 'D3100',
                stack: (new Error()).stack,
                value: radix
            };

        }

        var result = value.toString(radix);

        return result;
    }

    /**
     * Cast argument to number
     * @param {Object} arg - Argument
     * @returns {Number} numeric value of argument
     */
    function number(arg) {
        var result;

        // undefined inputs always return undefined
        if (typeof arg === 'undefined') {
            return undefined;
        }

        if (typeof arg === 'number') {
            // already a number
            result = arg;
        } else if (typeof arg === 'string' && /^-?[0-9]+(\.[0-9]+)?([Ee][-+]?[0-9]+)?$/.test(arg) && !isNaN(parseFloat(arg)) && isFinite(arg)) {
            result = parseFloat(arg);
        } else if (typeof arg === 'string' && /^(0[xX][0-9A-Fa-f]+)|(0[oO][0-7]+)|(0[bB][0-1]+)$/.test(arg)) {
            result = Number(arg);
        } else if (arg === true) {
            // boolean true casts to 1
            result = 1;
        } else if (arg === false) {
            // boolean false casts to 0
            result = 0;
        } else {
            throw {
                code: "D3030",
                value: arg,
                stack: (new Error()).stack,
                index: 1
            };
        }
        return result;
    }

    /**
     * Absolute value of a number
     * @param {Number} arg - Argument
     * @returns {Number} absolute value of argument
     */
    function abs(arg) {
        var result;

        // undefined inputs always return undefined
        if (typeof arg === 'undefined') {
            return undefined;
        }

        result = Math.abs(arg);
        return result;
    }

    /**
     * Rounds a number down to integer
     * @param {Number} arg - Argument
     * @returns {Number} rounded integer
     */
    function floor(arg) {
        var result;

        // undefined inputs always return undefined
        if (typeof arg === 'undefined') {
            return undefined;
        }

        result = Math.floor(arg);
        return result;
    }

    /**
     * Rounds a number up to integer
     * @param {Number} arg - Argument
     * @returns {Number} rounded integer
     */
    function ceil(arg) {
        var result;

        // undefined inputs always return undefined
        if (typeof arg === 'undefined') {
            return undefined;
        }

        result = Math.ceil(arg);
        return result;
    }

    /**
     * Round to half even
     * @param {Number} arg - Argument
     * @param {Number} [precision] - number of decimal places
     * @returns {Number} rounded integer
     */
    function round(arg, precision) {
        var result;

        // undefined inputs always return undefined
        if (typeof arg === 'undefined') {
            return undefined;
        }

        if (precision) {
            // shift the decimal place - this needs to be done in a string since multiplying
            // by a power of ten can introduce floating point precision errors which mess up
            // this rounding algorithm - See 'Decimal rounding' in
            // https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Math/round
            // Shift
            var value = arg.toString().split('e');
            arg = +(value[0] + 'e' + (value[1] ? (+value[1] + precision) : precision));

        }

        // round up to nearest int
        result = Math.round(arg);
        var diff = result - arg;
        if (Math.abs(diff) === 0.5 && Math.abs(result % 2) === 1) {
            // rounded the wrong way - adjust to nearest even number
            result = result - 1;
        }
        if (precision) {
            // Shift back
            value = result.toString().split('e');
            /* istanbul ignore next */
            result = +(value[0] + 'e' + (value[1] ? (+value[1] - precision) : -precision));
        }
        if (Object.is(result, -0)) { // ESLint rule 'no-compare-neg-zero' suggests this way
            // JSON doesn't do -0
            result = 0;
        }
        return result;
    }

    /**
     * Square root of number
     * @param {Number} arg - Argument
     * @returns {Number} square root
     */
    function sqrt(arg) {
        var result;

        // undefined inputs always return undefined
        if (typeof arg === 'undefined') {
            return undefined;
        }

        if (arg < 0) {
            throw {
                stack: (new Error()).stack,
                code: "D3060",
                index: 1,
                value: arg
            };
        }

        result = Math.sqrt(arg);

        return result;
    }

    /**
     * Raises number to the power of the second number
     * @param {Number} arg - the base
     * @param {Number} exp - the exponent
     * @returns {Number} rounded integer
     */
    function power(arg, exp) {
        var result;

        // undefined inputs always return undefined
        if (typeof arg === 'undefined') {
            return undefined;
        }

        result = Math.pow(arg, exp);

        if (!isFinite(result)) {
            throw {
                stack: (new Error()).stack,
                code: "D3061",
                index: 1,
                value: arg,
                exp: exp
            };
        }

        return result;
    }

    /**
     * Returns a random number 0 <= n < 1
     * @returns {number} random number
     */
    function random() {
        return Math.random();
    }

    /**
     * Evaluate an input and return a boolean
     * @param {*} arg - Arguments
     * @returns {boolean} Boolean
     */
    function boolean(arg) {
        // cast arg to its effective boolean value
        // boolean: unchanged
        // string: zero-length -> false; otherwise -> true
        // number: 0 -> false; otherwise -> true
        // null -> false
        // array: empty -> false; length > 1 -> true
        // object: empty -> false; non-empty -> true
        // function -> false

        // undefined inputs always return undefined
        if (typeof arg === 'undefined') {
            return undefined;
        }

        var result = false;
        if (Array.isArray(arg)) {
            if (arg.length === 1) {
                result = boolean(arg[0]);
            } else if (arg.length > 1) {
                var trues = arg.filter(function (val) {
                    return boolean(val);
                });
                result = trues.length > 0;
            }
        } else if (typeof arg === 'string') {
            if (arg.length > 0) {
                result = true;
            }
        } else if (isNumeric(arg)) {
            if (arg !== 0) {
                result = true;
            }
        } else if (arg !== null && typeof arg === 'object' && !isFunction(arg)) {
            if (utils.keys(arg).length > 0) {
                result = true;
            }
        } else if (typeof arg === 'boolean' && arg === true) {
            result = true;
        }
        return result;
    }

    /**
     * returns the Boolean NOT of the arg
     * @param {*} arg - argument
     * @returns {boolean} - NOT arg
     */
    function not(arg) {
        // undefined inputs always return undefined
        if (typeof arg === 'undefined') {
            return undefined;
        }

        return !boolean(arg);
    }

    /**
     * Helper function to build the arguments to be supplied to the function arg of the
     * HOFs map, filter, each, sift and single
     * @param {function} func - the function to be invoked
     * @param {*} arg1 - the first (required) arg - the value
     * @param {*} arg2 - the second (optional) arg - the position (index or key)
     * @param {*} arg3 - the third (optional) arg - the whole structure (array or object)
     * @returns {*[]} the argument list
     */
    function hofFuncArgs(func, arg1, arg2, arg3) {
        var func_args = [arg1]; // the first arg (the value) is required
        // the other two are optional - only supply it if the function can take it
        var length = getFunctionArity(func);
        if (length >= 2) {
            func_args.push(arg2);
        }
        if (length >= 3) {
            func_args.push(arg3);
        }
        return func_args;
    }

    /**
     * Create a map from an array of arguments
     * @param {Array} [arr] - array to map over
     * @param {Function} func - function to apply
     * @returns {Array} Map array
     */
    async function map(arr, func) {
        // undefined inputs always return undefined
        if (typeof arr === 'undefined') {
            return undefined;
        }

        var result = this.createSequence();
        // do the map - iterate over the arrays, and invoke func
        for (var i = 0; i < arr.length; i++) {
            var func_args = hofFuncArgs(func, arr[i], i, arr);
            // invoke func
            var res = await func.apply(this, func_args);
            if (typeof res !== 'undefined') {
                result.push(res);
            }
        }

        return result;
    }

    /**
     * Create a map from an array of arguments
     * @param {Array} [arr] - array to filter
     * @param {Function} func - predicate function
     * @returns {Array} Map array
     */
    async function filter(arr, func) {
        // undefined inputs always return undefined
        if (typeof arr === 'undefined') {
            return undefined;
        }

        var result = this.createSequence();

        for (var i = 0; i < arr.length; i++) {
            var entry = arr[i];
            var func_args = hofFuncArgs(func, entry, i, arr);
            // invoke func
            var res = await func.apply(this, func_args);
            if (boolean(res)) {
                result.push(entry);
            }
        }

        return result;
    }

    /**
     * Given an array, find the single element matching a specified condition
     * Throws an exception if the number of matching elements is not exactly one
     * @param {Array} [arr] - array to filter
     * @param {Function} [func] - predicate function
     * @returns {*} Matching element
     */
    async function single(arr, func) {
        // undefined inputs always return undefined
        if (typeof arr === 'undefined') {
            return undefined;
        }

        var hasFoundMatch = false;
        var result;

        for (var i = 0; i < arr.length; i++) {
            var entry = arr[i];
            var positiveResult = true;
            if (typeof func !== 'undefined') {
                var func_args = hofFuncArgs(func, entry, i, arr);
                // invoke func
                var res = await func.apply(this, func_args);
                positiveResult = boolean(res);
            }
            if (positiveResult) {
                if(!hasFoundMatch) {
                    result = entry;
                    hasFoundMatch = true;
                } else {
                    throw {
                        stack: (new Error()).stack,
                        code: "D3138",
                        index: i
                    };
                }
            }
        }

        if(!hasFoundMatch) {
            throw {
                stack: (new Error()).stack,
                code: "D3139"
            };
        }

        return result;
    }

    /**
     * Convolves (zips) each value from a set of arrays
     * @param {Array} [args] - arrays to zip
     * @returns {Array} Zipped array
     */
    function zip() {
        // this can take a variable number of arguments
        var result = [];
        var args = Array.prototype.slice.call(arguments);
        // length of the shortest array
        var length = Math.min.apply(Math, args.map(function (arg) {
            if (Array.isArray(arg)) {
                return arg.length;
            }
            return 0;
        }));
        for (var i = 0; i < length; i++) {
            var tuple = args.map((arg) => {
                return arg[i];
            });
            result.push(tuple);
        }
        return result;
    }

    /**
     * Fold left function
     * @param {Array} sequence - Sequence
     * @param {Function} func - Function
     * @param {Object} init - Initial value
     * @returns {*} Result
     */
    async function foldLeft(sequence, func, init) {
        // undefined inputs always return undefined
        if (typeof sequence === 'undefined') {
            return undefined;
        }

        var result;

        var arity = getFunctionArity(func);
        if (arity < 2) {
            throw {
                stack: (new Error()).stack,
                code: "D3050",
                index: 1
            };
        }

        var index;
        if (typeof init === 'undefined' && sequence.length > 0) {
            result = sequence[0];
            index = 1;
        } else {
            result = init;
            index = 0;
        }

        while (index < sequence.length) {
            var args = [result, sequence[index]];
            if (arity >= 3) {
                args.push(index);
            }
            if (arity >= 4) {
                args.push(sequence);
            }
            result = await func.apply(this, args);
            index++;
        }

        return result;
    }

    /**
     * Return keys for an object
     * @param {Object} arg - Object
     * @returns {Array} Array of keys
     */
    function keys(arg) {
        var result = this.createSequence();

        if (Array.isArray(arg)) {
            // merge the keys of all of the items in the array
            var merge = Object.create(null);
            for(var ii = 0; ii < arg.length; ii++) {
                var allkeys = keys.call(this, arg[ii]);
                allkeys.forEach(function (key) {
                    merge[key] = true;
                });
            }
            result = keys.call(this, merge);
        } else if (arg !== null && typeof arg === 'object' && !isFunction(arg)) {
            utils.keys(arg).forEach(key => result.push(key));
        }
        return result;
    }

    /**
     * Return value from an object for a given key
     * @param {Object} input - Object/Array
     * @param {String} key - Key in object
     * @returns {*} Value of key in object
     */
    function lookup(input, key) {
        // lookup the 'name' item in the input
        var result;
        if (Array.isArray(input)) {
            result = this.createSequence();
            for(var ii = 0; ii < input.length; ii++) {
                var res =  lookup.call(this, input[ii], key);
                if (typeof res !== 'undefined') {
                    if (Array.isArray(res)) {
                        res.forEach(val => result.push(val));
                    } else {
                        result.push(res);
                    }
                }
            }
        } else if (input !== null && typeof input === 'object' && Object.prototype.hasOwnProperty.call(input, key) && !isFunction(input)) {
            result = input[key];
        }
        return result;
    }

    /**
     * Append second argument to first
     * @param {Array|Object} arg1 - First argument
     * @param {Array|Object} arg2 - Second argument
     * @returns {*} Appended arguments
     */
    function append(arg1, arg2) {
        // disregard undefined args
        if (typeof arg1 === 'undefined') {
            return arg2;
        }
        if (typeof arg2 === 'undefined') {
            return arg1;
        }
        // if either argument is not an array, make it so
        if (!Array.isArray(arg1)) {
            arg1 = this.createSequence(arg1);
        }
        if (!Array.isArray(arg2)) {
            arg2 = [arg2];
        }
        const size = arg1.length + arg2.length;
        if(this.options && size > this.options.sequence) {
            throw {
                code: "D2015",
                stack: (new Error()).stack,
                value: size
            };
        }

        return arg1.concat(arg2);
    }

    /**
     * Determines if the argument is undefined
     * @param {*} arg - argument
     * @returns {boolean} False if argument undefined, otherwise true
     */
    function exists(arg) {
        if (typeof arg === 'undefined') {
            return false;
        } else {
            return true;
        }
    }

    /**
     * Splits an object into an array of object with one property each
     * @param {*} arg - the object to split
     * @returns {*} - the array
     */
    function spread(arg) {
        var result = this.createSequence();

        if (Array.isArray(arg)) {
            // spread all of the items in the array
            for(var ii = 0; ii < arg.length; ii++) {
                result = append.call(this, result, spread.call(this, arg[ii]));
            }
        } else if (arg !== null && typeof arg === 'object' && !isLambda(arg)) {
            for (const key of utils.keys(arg)) {
                var obj = Object.create(null);
                obj[key] = arg[key];
                result.push(obj);
            }
        } else {
            result = arg;
        }
        return result;
    }

    /**
     * Merges an array of objects into a single object.  Duplicate properties are
     * overridden by entries later in the array
     * @param {*} arg - the objects to merge
     * @returns {*} - the object
     */
    function merge(arg) {
        // undefined inputs always return undefined
        if (typeof arg === 'undefined') {
            return undefined;
        }

        var result = Object.create(null);

        arg.forEach(function (obj) {
            for (const prop of utils.keys(obj)) {
                result[prop] = obj[prop];
            }
        });
        return result;
    }

    /**
     * Reverses the order of items in an array
     * @param {Array} arr - the array to reverse
     * @returns {Array} - the reversed array
     */
    function reverse(arr) {
        // undefined inputs always return undefined
        if (typeof arr === 'undefined') {
            return undefined;
        }

        if (arr.length <= 1) {
            return arr;
        }

        var length = arr.length;
        var result = new Array(length);
        for (var i = 0; i < length; i++) {
            result[length - i - 1] = arr[i];
        }

        return result;
    }

    /**
     *
     * @param {*} obj - the input object to iterate over
     * @param {*} func - the function to apply to each key/value pair
     * @returns {Array} - the resultant array
     */
    async function each(obj, func) {
        var result = this.createSequence();

        for (const key of utils.keys(obj)) {
            var func_args = hofFuncArgs(func, obj[key], key, obj);
            // invoke func
            var val = await func.apply(this, func_args);
            if(typeof val !== 'undefined') {
                result.push(val);
            }
        }

        return result;
    }

    /**
     *
     * @param {string} [message] - the message to attach to the error
     * @throws custom error with code 'D3137'
     */
    function error(message) {
        throw {
            code: "D3137",
            stack: (new Error()).stack,
            message: message || "$error() function evaluated"
        };
    }

    /**
     *
     * @param {boolean} condition - the condition to evaluate
     * @param {string} [message] - the message to attach to the error
     * @throws custom error with code 'D3137'
     * @returns {undefined}
     */
    function assert(condition, message) {
        if(!condition) {
            throw {
                code: "D3141",
                stack: (new Error()).stack,
                message: message || "$assert() statement failed"
            };
        }

        return undefined;
    }

    /**
     *
     * @param {*} [value] - the input to which the type will be checked
     * @returns {string} - the type of the input
     */
    function type(value) {
        if (value === undefined) {
            return undefined;
        }

        if (value === null) {
            return 'null';
        }

        if (isNumeric(value)) {
            return 'number';
        }

        if (typeof value === 'string') {
            return 'string';
        }

        if (typeof value === 'boolean') {
            return 'boolean';
        }

        if(Array.isArray(value)) {
            return 'array';
        }

        if(isFunction(value)) {
            return 'function';
        }

        return 'object';
    }

    /**
     * Implements the merge sort (stable) with optional comparator function
     *
     * @param {Array} arr - the array to sort
     * @param {*} comparator - comparator function
     * @returns {Array} - sorted array
     */
    async function sort(arr, comparator) {
        // undefined inputs always return undefined
        if (typeof arr === 'undefined') {
            return undefined;
        }

        if (arr.length <= 1) {
            return arr;
        }

        var comp;
        if (typeof comparator === 'undefined') {
            // inject a default comparator - only works for numeric or string arrays
            if (!isArrayOfNumbers(arr) && !isArrayOfStrings(arr)) {
                throw {
                    stack: (new Error()).stack,
                    code: "D3070",
                    index: 1
                };
            }

            comp = async function (a, b) {
                return a > b;
            };
        } else {
            // for internal usage of functionSort (i.e. order-by syntax)
            comp = comparator;
        }

        var merge = async function (l, r) {
            var merge_iter = async function (result, left, right) {
                if (left.length === 0) {
                    Array.prototype.push.apply(result, right);
                } else if (right.length === 0) {
                    Array.prototype.push.apply(result, left);
                } else if (await comp(left[0], right[0])) { // invoke the comparator function
                    // if it returns true - swap left and right
                    result.push(right[0]);
                    await merge_iter(result, left, right.slice(1));
                } else {
                    // otherwise keep the same order
                    result.push(left[0]);
                    await merge_iter(result, left.slice(1), right);
                }
            };
            var merged = [];
            await merge_iter(merged, l, r);
            return merged;
        };

        var msort = async function (array) {
            if (!Array.isArray(array) || array.length <= 1) {
                return array;
            } else {
                var middle = Math.floor(array.length / 2);
                var left = array.slice(0, middle);
                var right = array.slice(middle);
                left = await msort(left);
                right = await msort(right);
                return await merge(left, right);
            }
        };

        var result = await msort(arr);

        return result;
    }

    /**
     * Randomly shuffles the contents of an array
     * @param {Array} arr - the input array
     * @returns {Array} the shuffled array
     */
    function shuffle(arr) {
        // undefined inputs always return undefined
        if (typeof arr === 'undefined') {
            return undefined;
        }

        if (arr.length <= 1) {
            return arr;
        }

        // shuffle using the 'inside-out' variant of the Fisher-Yates algorithm
        var result = new Array(arr.length);
        for (var i = 0; i < arr.length; i++) {
            var j = Math.floor(Math.random() * (i + 1)); // random integer such that 0 \u2264 j \u2264 i
            if (i !== j) {
                result[i] = result[j];
            }
            result[j] = arr[i];
        }

        return result;
    }

    /**
     * Returns the values that appear in a sequence, with duplicates eliminated.
     * @param {Array} arr - An array or sequence of values
     * @returns {Array} - sequence of distinct values
     */
    function distinct(arr) {
        // undefined inputs always return undefined
        if (typeof arr === 'undefined') {
            return undefined;
        }

        if(!Array.isArray(arr) || arr.length <= 1) {
            return arr;
        }

        var results = isSequence(arr) ? this.createSequence() : [];

        for(var ii = 0; ii < arr.length; ii++) {
            var value = arr[ii];
            // is this value already in the result sequence?
            var includes = false;
            for(var jj = 0; jj < results.length; jj++) {
                if (deepEquals(value, results[jj])) {
                    includes = true;
                    break;
                }
            }
            if(!includes) {
                results.push(value);
            }
        }
        return results;
    }

    /**
     * Applies a predicate function to each key/value pair in an object, and returns an object containing
     * only the key/value pairs that passed the predicate
     *
     * @param {object} arg - the object to be sifted
     * @param {object} func - the predicate function (lambda or native)
     * @returns {object} - sifted object
     */
    async function sift(arg, func) {
        var result = Object.create(null);

        for (const item of utils.keys(arg)) {
            var entry = arg[item];
            var func_args = hofFuncArgs(func, entry, item, arg);
            // invoke func
            var res = await func.apply(this, func_args);
            if (boolean(res)) {
                result[item] = entry;
            }
        }

        // empty objects should be changed to undefined
        if (utils.keys(result).length === 0) {
            result = undefined;
        }

        return result;
    }

    return {
        sum, count, max, min, average,
        string, substring, substringBefore, substringAfter, lowercase, uppercase, length, trim, pad,
        match, contains, replace, split, join,
        formatNumber, formatBase, number, floor, ceil, round, abs, sqrt, power, random,
        boolean, not,
        map, zip, filter, single, foldLeft, sift,
        keys, lookup, append, exists, spread, merge, reverse, each, error, assert, type, sort, shuffle, distinct,
        base64encode, base64decode,  encodeUrlComponent, encodeUrl, decodeUrlComponent, decodeUrl
    };
})();

module.exports = functions;

}).call(this)}).call(this,typeof global !== "undefined" ? global : typeof self !== "undefined" ? self : typeof window !== "undefined" ? window : {})
},{"./utils":6}],3:[function(require,module,exports){
/**
 * \u00a9 Copyright IBM Corp. 2016, 2017 All Rights Reserved
 *   Project name: JSONata
 *   This project is licensed under the MIT License, see LICENSE
 */

/**
 * @module JSONata
 * @description JSON query and transformation language
 */

var datetime = require('./datetime');
var fn = require('./functions');
var utils = require('./utils');
var parser = require('./parser');
var parseSignature = require('./signature');

/**
 * jsonata
 * @function
 * @param {Object} expr - JSONata expression
 * @returns {{evaluate: evaluate, assign: assign}} Evaluated expression
 */
var jsonata = (function() {
    'use strict';

    var isNumeric = utils.isNumeric;
    var isArrayOfStrings = utils.isArrayOfStrings;
    var isArrayOfNumbers = utils.isArrayOfNumbers;
    var isSequence = utils.isSequence;
    var isFunction = utils.isFunction;
    var isLambda = utils.isLambda;
    var isIterable = utils.isIterable;
    var isPromise = utils.isPromise;
    var getFunctionArity = utils.getFunctionArity;
    var isDeepEqual = utils.isDeepEqual;

    // Start of Evaluator code

    var staticFrame = createFrame(null);

    /**
     * Evaluate expression against input data
     * @param {Object} expr - JSONata expression
     * @param {Object} input - Input data to evaluate against
     * @param {Object} environment - Environment
     * @returns {*} Evaluated input data
     */
    async function evaluate(expr, input, environment) {
        var result;

        environment.base.depth++;
        environment.base.guardrails();
        var entryCallback = environment.lookup(Symbol.for('jsonata.__evaluate_entry'));
        if(entryCallback) {
            await entryCallback(expr, input, environment);
        }

        switch (expr.type) {
            case 'path':
                result = await evaluatePath(expr, input, environment);
                break;
            case 'binary':
                result = await evaluateBinary(expr, input, environment);
                break;
            case 'unary':
                result = await evaluateUnary(expr, input, environment);
                break;
            case 'name':
                result = evaluateName(expr, input, environment);
                break;
            case 'string':
            case 'number':
            case 'value':
                result = evaluateLiteral(expr, input, environment);
                break;
            case 'wildcard':
                result = evaluateWildcard(expr, input, environment);
                break;
            case 'descendant':
                result = evaluateDescendants(expr, input, environment);
                break;
            case 'parent':
                result = environment.lookup(expr.slot.label);
                break;
            case 'condition':
                result = await evaluateCondition(expr, input, environment);
                break;
            case 'block':
                result = await evaluateBlock(expr, input, environment);
                break;
            case 'bind':
                result = await evaluateBindExpression(expr, input, environment);
                break;
            case 'regex':
                result = evaluateRegex(expr, input, environment);
                break;
            case 'function':
                result = await evaluateFunction(expr, input, environment);
                break;
            case 'variable':
                result = evaluateVariable(expr, input, environment);
                break;
            case 'lambda':
                result = evaluateLambda(expr, input, environment);
                break;
            case 'partial':
                result = await evaluatePartialApplication(expr, input, environment);
                break;
            case 'apply':
                result = await evaluateApplyExpression(expr, input, environment);
                break;
            case 'transform':
                result = evaluateTransformExpression(expr, input, environment);
                break;
        }

        if (Object.prototype.hasOwnProperty.call(expr, 'predicate')) {
            for(var ii = 0; ii < expr.predicate.length; ii++) {
                result = await evaluateFilter(expr.predicate[ii].expr, result, environment);
            }
        }

        if (expr.type !== 'path' && Object.prototype.hasOwnProperty.call(expr, 'group')) {
            result = await evaluateGroupExpression(expr.group, result, environment);
        }

        var exitCallback = environment.lookup(Symbol.for('jsonata.__evaluate_exit'));
        if(exitCallback) {
            await exitCallback(expr, input, environment, result);
        }

        if(result && isSequence(result) && !result.tupleStream) {
            if(expr.keepArray) {
                result.keepSingleton = true;
            }
            if(result.length === 0) {
                result = undefined;
            } else if(result.length === 1) {
                result =  result.keepSingleton ? result : result[0];
            }

        }

        environment.base.depth--;

        return result;
    }

    /**
     * Evaluate path expression against input data
     * @param {Object} expr - JSONata expression
     * @param {Object} input - Input data to evaluate against
     * @param {Object} environment - Environment
     * @returns {*} Evaluated input data
     */
    async function evaluatePath(expr, input, environment) {
        var inputSequence;
        // expr is an array of steps
        // if the first step is a variable reference ($...), including root reference ($$),
        //   then the path is absolute rather than relative
        if (Array.isArray(input) && expr.steps[0].type !== 'variable') {
            inputSequence = input;
        } else {
            // if input is not an array, make it so
            inputSequence = environment.base.createSequence(input);
        }

        var resultSequence;
        var isTupleStream = false;
        var tupleBindings = undefined;

        // evaluate each step in turn
        for(var ii = 0; ii < expr.steps.length; ii++) {
            var step = expr.steps[ii];

            if(step.tuple) {
                isTupleStream = true;
            }

            // if the first step is an explicit array constructor, then just evaluate that (i.e. don't iterate over a context array)
            if(ii === 0 && step.consarray) {
                resultSequence = await evaluate(step, inputSequence, environment);
            } else {
                if(isTupleStream) {
                    tupleBindings = await evaluateTupleStep(step, inputSequence, tupleBindings, environment);
                } else {
                    resultSequence = await evaluateStep(step, inputSequence, environment, ii === expr.steps.length - 1);
                }
            }

            if (!isTupleStream && (typeof resultSequence === 'undefined' || resultSequence.length === 0)) {
                break;
            }

            if(typeof step.focus === 'undefined') {
                inputSequence = resultSequence;
            }

        }

        if(isTupleStream) {
            if(expr.tuple) {
                // tuple stream is carrying ancestry information - keep this
                resultSequence = tupleBindings;
            } else {
                resultSequence = environment.base.createSequence();
                for (ii = 0; ii < tupleBindings.length; ii++) {
                    resultSequence.push(tupleBindings[ii]['@']);
                }
            }
        }

        if(expr.keepSingletonArray) {
            // if the array is explicitly constructed in the expression and marked to promote singleton sequences to array
            if(Array.isArray(resultSequence) && resultSequence.cons && !resultSequence.sequence) {
                resultSequence = environment.base.createSequence(resultSequence);
            }
            resultSequence.keepSingleton = true;
        }

        if (Object.prototype.hasOwnProperty.call(expr, 'group')) {
            resultSequence = await evaluateGroupExpression(expr.group, isTupleStream ? tupleBindings : resultSequence, environment)
        }

        return resultSequence;
    }

    function createFrameFromTuple(environment, tuple) {
        var frame = createFrame(environment);
        for(const prop of utils.keys(tuple)) {
            frame.bind(prop, tuple[prop]);
        }
        return frame;
    }

    /**
     * Evaluate a step within a path
     * @param {Object} expr - JSONata expression
     * @param {Object} input - Input data to evaluate against
     * @param {Object} environment - Environment
     * @param {boolean} lastStep - flag the last step in a path
     * @returns {*} Evaluated input data
     */
    async function evaluateStep(expr, input, environment, lastStep) {
        var result;
        if(expr.type === 'sort') {
             result = await evaluateSortExpression(expr, input, environment);
             if(expr.stages) {
                 result = await evaluateStages(expr.stages, result, environment);
             }
             return result;
        }

        result = environment.base.createSequence();

        for(var ii = 0; ii < input.length; ii++) {
            var res = await evaluate(expr, input[ii], environment);
            if(expr.stages) {
                for(var ss = 0; ss < expr.stages.length; ss++) {
                    res = await evaluateFilter(expr.stages[ss].expr, res, environment);
                }
            }
            if(typeof res !== 'undefined') {
                result.push(res);
            }
        }

        var resultSequence = environment.base.createSequence();
        if(lastStep && result.length === 1 && Array.isArray(result[0]) && !isSequence(result[0])) {
            resultSequence = result[0];
        } else {
            // flatten the sequence
            Array.prototype.forEach.call(result, function(res) {
                if (!Array.isArray(res) || res.cons) {
                    // it's not an array - just push into the result sequence
                    resultSequence.push(res);
                } else {
                    // res is a sequence - flatten it into the parent sequence
                    Array.prototype.forEach.call(res, val => resultSequence.push(val));
                }
            });
        }

        return resultSequence;
    }

    async function evaluateStages(stages, input, environment) {
        var result = input;
        for(var ss = 0; ss < stages.length; ss++) {
            var stage = stages[ss];
            switch(stage.type) {
                case 'filter':
                    result = await evaluateFilter(stage.expr, result, environment);
                    break;
                case 'index':
                    for(var ee = 0; ee < result.length; ee++) {
                        var tuple = result[ee];
                        tuple[stage.value] = ee;
                    }
                    break;
            }
        }
        return result;
    }

    /**
     * Evaluate a step within a path
     * @param {Object} expr - JSONata expression
     * @param {Object} input - Input data to evaluate against
     * @param {Object} tupleBindings - The tuple stream
     * @param {Object} environment - Environment
     * @returns {*} Evaluated input data
     */
    async function evaluateTupleStep(expr, input, tupleBindings, environment) {
        var result;
        if(expr.type === 'sort') {
            if(tupleBindings) {
                result = await evaluateSortExpression(expr, tupleBindings, environment);
            } else {
                var sorted = await evaluateSortExpression(expr, input, environment);
                result = environment.base.createSequence();
                result.tupleStream = true;
                for(var ss = 0; ss < sorted.length; ss++) {
                    var tuple = {'@': sorted[ss]};
                    tuple[expr.index] = ss;
                    result.push(tuple);
                }
            }
            if(expr.stages) {
                result = await evaluateStages(expr.stages, result, environment);
            }
            return result;
        }

        result = environment.base.createSequence();
        result.tupleStream = true;
        var stepEnv = environment;
        if(tupleBindings === undefined) {
            tupleBindings = input.map(item => { return {'@': item} });
        }

        for(var ee = 0; ee < tupleBindings.length; ee++) {
            stepEnv = createFrameFromTuple(environment, tupleBindings[ee]);
            var res = await evaluate(expr, tupleBindings[ee]['@'], stepEnv);
            // res is the binding sequence for the output tuple stream
            if(typeof res !== 'undefined') {
                if (!Array.isArray(res)) {
                    res = [res];
                }
                for (var bb = 0; bb < res.length; bb++) {
                    tuple = Object.create(null);
                    Object.assign(tuple, tupleBindings[ee]);
                    if(res.tupleStream) {
                        Object.assign(tuple, res[bb]);
                    } else {
                        if (expr.focus) {
                            tuple[expr.focus] = res[bb];
                            tuple['@'] = tupleBindings[ee]['@'];
                        } else {
                            tuple['@'] = res[bb];
                        }
                        if (expr.index) {
                            tuple[expr.index] = bb;
                        }
                        if (expr.ancestor) {
                            tuple[expr.ancestor.label] = tupleBindings[ee]['@'];
                        }
                    }
                    result.push(tuple);
                }
            }
        }

        if(expr.stages) {
            result = await evaluateStages(expr.stages, result, environment);
        }

        return result;
    }

    /**
     * Apply filter predicate to input data
     * @param {Object} predicate - filter expression
     * @param {Object} input - Input data to apply predicates against
     * @param {Object} environment - Environment
     * @returns {*} Result after applying predicates
     */
    async function evaluateFilter(predicate, input, environment) {
        var results = environment.base.createSequence();
        if( input && input.tupleStream) {
            results.tupleStream = true;
        }
        if (!Array.isArray(input)) {
            input = environment.base.createSequence(input);
        }
        if (predicate.type === 'number') {
            var index = Math.floor(predicate.value);  // round it down
            if (index < 0) {
                // count in from end of array
                index = input.length + index;
            }
            var item = await input[index];
            if(typeof item !== 'undefined') {
                if(Array.isArray(item)) {
                    results = item;
                } else {
                    results.push(item);
                }
            }
        } else {
            for (index = 0; index < input.length; index++) {
                var item = input[index];
                var context = item;
                var env = environment;
                if(input.tupleStream) {
                    context = item['@'];
                    env = createFrameFromTuple(environment, item);
                }
                var res = await evaluate(predicate, context, env);
                if (isNumeric(res)) {
                    res = [res];
                }
                if (isArrayOfNumbers(res)) {
                    Array.prototype.forEach.call(res, function (ires) {
                        // round it down
                        var ii = Math.floor(ires);
                        if (ii < 0) {
                            // count in from end of array
                            ii = input.length + ii;
                        }
                        if (ii === index) {
                            results.push(item);
                        }
                    });
                } else if (fn.boolean(res)) { // truthy
                    results.push(item);
                }
            }
        }
        return results;
    }

    /**
     * Evaluate binary expression against input data
     * @param {Object} expr - JSONata expression
     * @param {Object} input - Input data to evaluate against
     * @param {Object} environment - Environment
     * @returns {*} Evaluated input data
     */
    async function evaluateBinary(expr, input, environment) {
        var result;
        var lhs = await evaluate(expr.lhs, input, environment);
        var op = expr.value;

        //defer evaluation of RHS to allow short-circuiting
        var evalrhs = async () => await evaluate(expr.rhs, input, environment);
        if (op === "and" || op === "or") {
            try {
                return await evaluateBooleanExpression(lhs, evalrhs, op);
            } catch(err) {
                err.position = expr.position;
                err.token = op;
                throw err;
            }
        }

        var rhs = await evalrhs();
        try {
            switch (op) {
                case '+':
                case '-':
                case '*':
                case '/':
                case '%':
                    result = evaluateNumericExpression(lhs, rhs, op);
                    break;
                case '=':
                case '!=':
                    result = evaluateEqualityExpression(lhs, rhs, op);
                    break;
                case '<':
                case '<=':
                case '>':
                case '>=':
                    result = evaluateComparisonExpression(lhs, rhs, op);
                    break;
                case '&':
                    result = evaluateStringConcat(lhs, rhs);
                    break;
                case '..':
                    result = evaluateRangeExpression(lhs, rhs, environment);
                    break;
                case 'in':
                    result = evaluateIncludesExpression(lhs, rhs);
                    break;
            }
        } catch(err) {
            err.position = expr.position;
            err.token = op;
            throw err;
        }
        return result;
    }

    /**
     * Evaluate unary expression against input data
     * @param {Object} expr - JSONata expression
     * @param {Object} input - Input data to evaluate against
     * @param {Object} environment - Environment
     * @returns {*} Evaluated input data
     */
    async function evaluateUnary(expr, input, environment) {
        var result;

        var focus = {
            options: environment.base.options,
            createSequence: environment.base.createSequence
        };
        switch (expr.value) {
            case '-':
                result = await evaluate(expr.expression, input, environment);
                if(typeof result === 'undefined') {
                    result = undefined;
                } else if (isNumeric(result)) {
                    result = -result;
                } else {
                    throw {
                        code: "D1002",
                        stack: (new Error()).stack,
                        position: expr.position,
                        token: expr.value,
                        value: result
                    };
                }
                break;
            case '[':
                // array constructor - evaluate each item
                result = [];
                let generators = await Promise.all(expr.expressions
                    .map(async (item, idx) => {
                        environment.isParallelCall = idx > 0
                        return [item, await evaluate(item, input, environment)]
                    }));
                for (let generator of generators) {
                    var [item, value] = generator;
                    if (typeof value !== 'undefined') {
                        if(item.value === '[') {
                            result.push(value);
                        } else {
                            result = fn.append.call(focus, result, value);
                        }
                    }
                }
                if(expr.consarray) {
                    Object.defineProperty(result, 'cons', {
                        enumerable: false,
                        configurable: false,
                        value: true
                    });
                }
                break;
            case '{':
                // object constructor - apply grouping
                result = await evaluateGroupExpression(expr, input, environment);
                break;

        }
        return result;
    }

    /**
     * Evaluate name object against input data
     * @param {Object} expr - JSONata expression
     * @param {Object} input - Input data to evaluate against
     * @param {Object} environment - Environment
     * @returns {*} Evaluated input data
     */
    function evaluateName(expr, input, environment) {
        // lookup the 'name' item in the input
        var focus = {
            createSequence: environment.base.createSequence
        };
        return fn.lookup.call(focus, input, expr.value);
    }

    /**
     * Evaluate literal against input data
     * @param {Object} expr - JSONata expression
     * @returns {*} Evaluated input data
     */
    function evaluateLiteral(expr) {
        return expr.value;
    }

    /**
     * Evaluate wildcard against input data
     * @param {Object} expr - JSONata expression
     * @param {Object} input - Input data to evaluate against
     * @returns {*} Evaluated input data
     */
    function evaluateWildcard(expr, input, environment) {
        var focus = {
            options: environment.base.options,
            createSequence: environment.base.createSequence
        };
        var results = focus.createSequence();
        if (Array.isArray(input) && input.outerWrapper && input.length > 0) {
            input = input[0];
        }
        if (input !== null && typeof input === 'object' && !isFunction(input)) {
            utils.keys(input).forEach(function (key) {
                var value = input[key];
                if(Array.isArray(value)) {
                    value = flatten(value);
                    results = fn.append.call(focus, results, value);
                } else {
                    results.push(value);
                }
            });
        }

        //        result = normalizeSequence(results);
        return results;
    }

    /**
     * Returns a flattened array
     * @param {Array} arg - the array to be flatten
     * @param {Array} flattened - carries the flattened array - if not defined, will initialize to []
     * @returns {Array} - the flattened array
     */
    function flatten(arg, flattened) {
        if(typeof flattened === 'undefined') {
            flattened = [];
        }
        if(Array.isArray(arg)) {
            Array.prototype.forEach.call(arg, function (item) {
                flatten(item, flattened);
            });
        } else {
            flattened.push(arg);
        }
        return flattened;
    }

    /**
     * Evaluate descendants against input data
     * @param {Object} expr - JSONata expression
     * @param {Object} input - Input data to evaluate against
     * @returns {*} Evaluated input data
     */
    function evaluateDescendants(expr, input, environment) {
        var result;
        var resultSequence = environment.base.createSequence();
        if (typeof input !== 'undefined') {
            // traverse all descendants of this object/array
            recurseDescendants(input, resultSequence);
            if (resultSequence.length === 1) {
                result = resultSequence[0];
            } else {
                result = resultSequence;
            }
        }
        return result;
    }

    /**
     * Recurse through descendants
     * @param {Object} input - Input data
     * @param {Object} results - Results
     */
    function recurseDescendants(input, results) {
        // this is the equivalent of //* in XPath
        if (!Array.isArray(input)) {
            results.push(input);
        }
        if (Array.isArray(input)) {
            Array.prototype.forEach.call(input, function (member) {
                recurseDescendants(member, results);
            });
        } else if (input !== null && typeof input === 'object' && !isFunction(input)) {
            utils.keys(input).forEach(function (key) {
                recurseDescendants(input[key], results);
            });
        }
    }

    /**
     * Evaluate numeric expression against input data
     * @param {Object} lhs - LHS value
     * @param {Object} rhs - RHS value
     * @param {Object} op - opcode
     * @returns {*} Result
     */
    function evaluateNumericExpression(lhs, rhs, op) {
        var result;

        if (typeof lhs !== 'undefined' && !isNumeric(lhs)) {
            throw {
                code: "T2001",
                stack: (new Error()).stack,
                value: lhs
            };
        }
        if (typeof rhs !== 'undefined' && !isNumeric(rhs)) {
            throw {
                code: "T2002",
                stack: (new Error()).stack,
                value: rhs
            };
        }

        if (typeof lhs === 'undefined' || typeof rhs === 'undefined') {
            // if either side is undefined, the result is undefined
            return result;
        }

        switch (op) {
            case '+':
                result = lhs + rhs;
                break;
            case '-':
                result = lhs - rhs;
                break;
            case '*':
                result = lhs * rhs;
                break;
            case '/':
                result = lhs / rhs;
                break;
            case '%':
                result = lhs % rhs;
                break;
        }
        return result;
    }

    /**
     * Evaluate equality expression against input data
     * @param {Object} lhs - LHS value
     * @param {Object} rhs - RHS value
     * @param {Object} op - opcode
     * @returns {*} Result
     */
    function evaluateEqualityExpression(lhs, rhs, op) {
        var result;

        // type checks
        var ltype = typeof lhs;
        var rtype = typeof rhs;

        if (ltype === 'undefined' || rtype === 'undefined') {
            // if either side is undefined, the result is false
            return false;
        }

        switch (op) {
            case '=':
                result = isDeepEqual(lhs, rhs);
                break;
            case '!=':
                result = !isDeepEqual(lhs, rhs);
                break;
        }
        return result;
    }

    /**
     * Evaluate comparison expression against input data
     * @param {Object} lhs - LHS value
     * @param {Object} rhs - RHS value
     * @param {Object} op - opcode
     * @returns {*} Result
     */
    function evaluateComparisonExpression(lhs, rhs, op) {
        var result;

        // type checks
        var ltype = typeof lhs;
        var rtype = typeof rhs;

        var lcomparable = (ltype === 'undefined' || ltype === 'string' || ltype === 'number');
        var rcomparable = (rtype === 'undefined' || rtype === 'string' || rtype === 'number');

        // if either aa or bb are not comparable (string or numeric) values, then throw an error
        if (!lcomparable || !rcomparable) {
            throw {
                code: "T2010",
                stack: (new Error()).stack,
                value: !(ltype === 'string' || ltype === 'number') ? lhs : rhs
            };
        }

        // if either side is undefined, the result is undefined
        if (ltype === 'undefined' || rtype === 'undefined') {
            return undefined;
        }

        //if aa and bb are not of the same type
        if (ltype !== rtype) {
            throw {
                code: "T2009",
                stack: (new Error()).stack,
                value: lhs,
                value2: rhs
            };
        }

        switch (op) {
            case '<':
                result = lhs < rhs;
                break;
            case '<=':
                result = lhs <= rhs;
                break;
            case '>':
                result = lhs > rhs;
                break;
            case '>=':
                result = lhs >= rhs;
                break;
        }
        return result;
    }

    /**
     * Inclusion operator - in
     *
     * @param {Object} lhs - LHS value
     * @param {Object} rhs - RHS value
     * @returns {boolean} - true if lhs is a member of rhs
     */
    function evaluateIncludesExpression(lhs, rhs) {
        var result = false;

        if (typeof lhs === 'undefined' || typeof rhs === 'undefined') {
            // if either side is undefined, the result is false
            return false;
        }

        if(!Array.isArray(rhs)) {
            rhs = [rhs];
        }

        for(var i = 0; i < rhs.length; i++) {
            if(rhs[i] === lhs) {
                result = true;
                break;
            }
        }

        return result;
    }

    /**
     * Evaluate boolean expression against input data
     * @param {Object} lhs - LHS value
     * @param {Function} evalrhs - function to evaluate RHS value
     * @param {Object} op - opcode
     * @returns {*} Result
     */
    async function evaluateBooleanExpression(lhs, evalrhs, op) {
        var result;

        var lBool = boolize(lhs);

        switch (op) {
            case 'and':
                result = lBool && boolize(await evalrhs());
                break;
            case 'or':
                result = lBool || boolize(await evalrhs());
                break;
        }
        return result;
    }

    function boolize(value) {
        var booledValue = fn.boolean(value);
        return typeof booledValue === 'undefined' ? false : booledValue;
    }

    /**
     * Evaluate string concatenation against input data
     * @param {Object} lhs - LHS value
     * @param {Object} rhs - RHS value
     * @returns {string|*} Concatenated string
     */
    function evaluateStringConcat(lhs, rhs) {
        var result;

        var lstr = '';
        var rstr = '';
        if (typeof lhs !== 'undefined') {
            lstr = fn.string(lhs);
        }
        if (typeof rhs !== 'undefined') {
            rstr = fn.string(rhs);
        }

        result = lstr.concat(rstr);
        return result;
    }

    /**
     * Evaluate group expression against input data
     * @param {Object} expr - JSONata expression
     * @param {Object} input - Input data to evaluate against
     * @param {Object} environment - Environment
     * @returns {{}} Evaluated input data
     */
    async function evaluateGroupExpression(expr, input, environment) {
        var result = Object.create(null);
        var groups = Object.create(null);
        var reduce = input && input.tupleStream ? true : false;
        var focus = {
            options: environment.base.options,
            createSequence: environment.base.createSequence
        };
        // group the input sequence by 'key' expression
        if (!Array.isArray(input)) {
            options: environment.base.options,
            input = focus.createSequence(input);
        }
        // if the array is empty, add an undefined entry to enable literal JSON object to be generated
        if (input.length === 0 && !reduce) {
            input.push(undefined);
        }

        for(var itemIndex = 0; itemIndex < input.length; itemIndex++) {
            var item = input[itemIndex];
            var env = reduce ? createFrameFromTuple(environment, item) : environment;
            for(var pairIndex = 0; pairIndex < expr.lhs.length; pairIndex++) {
                var pair = expr.lhs[pairIndex];
                var key = await evaluate(pair[0], reduce ? item['@'] : item, env);
                // key has to be a string
                if (typeof  key !== 'string' && key !== undefined) {
                    throw {
                        code: "T1003",
                        stack: (new Error()).stack,
                        position: expr.position,
                        value: key
                    };
                }

                if (key !== undefined) {
                    // reject any attempts to set the internal JSONata flags
                    if (key === '_jsonata_lambda' || key === '_jsonata_function') {
                        // this is a restriction of this implementation rather than JSONata itself
                        throw {
                            code: "D1013",
                            stack: (new Error()).stack,
                            position: expr.position,
                            value: key
                        };
                    }
                    var entry = {data: item, exprIndex: pairIndex};
                    if (Object.prototype.hasOwnProperty.call(groups, key)) {
                        // a value already exists in this slot
                        if(groups[key].exprIndex !== pairIndex) {
                            // this key has been generated by another expression in this group
                            // when multiple key expressions evaluate to the same key, then error D1009 must be thrown
                            throw {
                                code: "D1009",
                                stack: (new Error()).stack,
                                position: expr.position,
                                value: key
                            };
                        }

                        // append it as an array
                        groups[key].data = fn.append.call(focus, groups[key].data, item);
                    } else {
                        groups[key] = entry;
                    }
                }
            }
        }

        // iterate over the groups to evaluate the 'value' expression
        let generators = await Promise.all(utils.keys(groups).map(async (key, idx) => {
            let entry = groups[key];
            var context = entry.data;
            var env = environment;
            if (reduce) {
                var tuple = reduceTupleStream(entry.data, environment);
                context = tuple['@'];
                delete tuple['@'];
                env = createFrameFromTuple(environment, tuple);
            }
            environment.isParallelCall = idx > 0
            return [key, await evaluate(expr.lhs[entry.exprIndex][1], context, env)];
        }));

        for (let generator of generators) {
            var [key, value] = await generator;
            if(typeof value !== 'undefined') {
                result[key] = value;
            }
        }

        return result;
    }

    function reduceTupleStream(tupleStream, environment) {
        if(!Array.isArray(tupleStream)) {
            return tupleStream;
        }
        var result = Object.create(null);
        var focus = {
            options: environment.base.options,
            createSequence: environment.base.createSequence
        };
        Object.assign(result, tupleStream[0]);
        for(var ii = 1; ii < tupleStream.length; ii++) {
            for(const prop of utils.keys(tupleStream[ii])) {
                result[prop] = fn.append.call(focus, result[prop], tupleStream[ii][prop]);
            }
        }
        return result;
    }

    /**
     * Evaluate range expression against input data
     * @param {Object} lhs - LHS value
     * @param {Object} rhs - RHS value
     * @returns {Array} Resultant array
     */
    function evaluateRangeExpression(lhs, rhs, environment) {
        var result;

        if (typeof lhs !== 'undefined' && !Number.isInteger(lhs)) {
            throw {
                code: "T2003",
                stack: (new Error()).stack,
                value: lhs
            };
        }
        if (typeof rhs !== 'undefined' && !Number.isInteger(rhs)) {
            throw {
                code: "T2004",
                stack: (new Error()).stack,
                value: rhs
            };
        }

        if (typeof lhs === 'undefined' || typeof rhs === 'undefined') {
            // if either side is undefined, the result is undefined
            return result;
        }

        if (lhs > rhs) {
            // if the lhs is greater than the rhs, return undefined
            return result;
        }

        // limit the size of the array to ten million entries (1e7)
        // this is an implementation defined limit to protect against
        // memory and performance issues.  This value may increase in the future.
        var size = rhs - lhs + 1;
        if(size > 1e7) {
            throw {
                code: "D2014",
                stack: (new Error()).stack,
                value: size
            };
        }
        if(environment.base.options && size > environment.base.options.sequence) {
            throw {
                code: "D2015",
                stack: (new Error()).stack,
                value: size
            };
        }

        result = new Array(size);
        for (var item = lhs, index = 0; item <= rhs; item++, index++) {
            result[index] = item;
        }
        result.sequence = true;
        return result;
    }

    /**
     * Evaluate bind expression against input data
     * @param {Object} expr - JSONata expression
     * @param {Object} input - Input data to evaluate against
     * @param {Object} environment - Environment
     * @returns {*} Evaluated input data
     */
    async function evaluateBindExpression(expr, input, environment) {
        // The RHS is the expression to evaluate
        // The LHS is the name of the variable to bind to - should be a VARIABLE token (enforced by parser)
        var value = await evaluate(expr.rhs, input, environment);
        environment.bind(expr.lhs.value, value);
        return value;
    }

    /**
     * Evaluate condition against input data
     * @param {Object} expr - JSONata expression
     * @param {Object} input - Input data to evaluate against
     * @param {Object} environment - Environment
     * @returns {*} Evaluated input data
     */
    async function evaluateCondition(expr, input, environment) {
        var result;
        var condition = await evaluate(expr.condition, input, environment);
        if (fn.boolean(condition)) {
            result = await evaluate(expr.then, input, environment);
        } else if (typeof expr.else !== 'undefined') {
            result = await evaluate(expr.else, input, environment);
        }
        return result;
    }

    /**
     * Evaluate block against input data
     * @param {Object} expr - JSONata expression
     * @param {Object} input - Input data to evaluate against
     * @param {Object} environment - Environment
     * @returns {*} Evaluated input data
     */
    async function evaluateBlock(expr, input, environment) {
        var result;
        // create a new frame to limit the scope of variable assignments
        // TODO, only do this if the post-parse stage has flagged this as required
        var frame = createFrame(environment);
        // invoke each expression in turn
        // only return the result of the last one
        for(var ii = 0; ii < expr.expressions.length; ii++) {
            result = await evaluate(expr.expressions[ii], input, frame);
        }

        return result;
    }

    /**
     * Prepare a regex
     * @param {Object} expr - expression containing regex
     * @returns {Function} Higher order function representing prepared regex
     */
    function evaluateRegex(expr, input, environment) {
        var re = new environment.base.RegexEngine(expr.value);
        var closure = function(str, fromIndex) {
            var result;
            re.lastIndex = fromIndex || 0;
            var match = re.exec(str);
            if(match !== null) {
                result = {
                    match: match[0],
                    start: match.index,
                    end: match.index + match[0].length,
                    groups: []
                };
                if(match.length > 1) {
                    for(var i = 1; i < match.length; i++) {
                        result.groups.push(match[i]);
                    }
                }
                result.next = function() {
                    if(re.lastIndex >= str.length) {
                        return undefined;
                    } else {
                        var next = closure(str, re.lastIndex);
                        if(next && next.match === '') {
                            // matches zero length string; this will never progress
                            throw {
                                code: "D1004",
                                stack: (new Error()).stack,
                                position: expr.position,
                                value: expr.value.source
                            };
                        }
                        return next;
                    }
                };
            }

            return result;
        };
        return closure;
    }

    /**
     * Evaluate variable against input data
     * @param {Object} expr - JSONata expression
     * @param {Object} input - Input data to evaluate against
     * @param {Object} environment - Environment
     * @returns {*} Evaluated input data
     */
    function evaluateVariable(expr, input, environment) {
        // lookup the variable value in the environment
        var result;
        // if the variable name is empty string, then it refers to context value
        if (expr.value === '') {
            result = input && input.outerWrapper ? input[0] : input;
        } else {
            result = environment.lookup(expr.value);
        }
        return result;
    }

    /**
     * sort / order-by operator
     * @param {Object} expr - AST for operator
     * @param {Object} input - Input data to evaluate against
     * @param {Object} environment - Environment
     * @returns {*} Ordered sequence
     */
    async function evaluateSortExpression(expr, input, environment) {
        var result;

        // evaluate the lhs, then sort the results in order according to rhs expression
        var lhs = input;
        var isTupleSort = input.tupleStream ? true : false;

        // sort the lhs array
        // use comparator function
        var comparator = async function(a, b) { 
            // expr.terms is an array of order-by in priority order
            var comp = 0;
            for(var index = 0; comp === 0 && index < expr.terms.length; index++) {
                var term = expr.terms[index];
                //evaluate the sort term in the context of a
                var context = a;
                var env = environment;
                if(isTupleSort) {
                    context = a['@'];
                    env = createFrameFromTuple(environment, a);
                }
                var aa = await evaluate(term.expression, context, env);
                //evaluate the sort term in the context of b
                context = b;
                env = environment;
                if(isTupleSort) {
                    context = b['@'];
                    env = createFrameFromTuple(environment, b);
                }
                var bb = await evaluate(term.expression, context, env);

                // type checks
                var atype = typeof aa;
                var btype = typeof bb;
                // undefined should be last in sort order
                if(atype === 'undefined') {
                    // swap them, unless btype is also undefined
                    comp = (btype === 'undefined') ? 0 : 1;
                    continue;
                }
                if(btype === 'undefined') {
                    comp = -1;
                    continue;
                }

                // if aa or bb are not string or numeric values, then throw an error
                if(!(atype === 'string' || atype === 'number') || !(btype === 'string' || btype === 'number')) {
                    throw {
                        code: "T2008",
                        stack: (new Error()).stack,
                        position: expr.position,
                        value: !(atype === 'string' || atype === 'number') ? aa : bb
                    };
                }

                //if aa and bb are not of the same type
                if(atype !== btype) {
                    throw {
                        code: "T2007",
                        stack: (new Error()).stack,
                        position: expr.position,
                        value: aa,
                        value2: bb
                    };
                }
                if(aa === bb) {
                    // both the same - move on to next term
                    continue;
                } else if (aa < bb) {
                    comp = -1;
                } else {
                    comp = 1;
                }
                if(term.descending === true) {
                    comp = -comp;
                }
            }
            // only swap a & b if comp equals 1
            return comp === 1;
        };

        var focus = {
            environment: environment,
            input: input
        };
        // the `focus` is passed in as the `this` for the invoked function
        result = await fn.sort.apply(focus, [lhs, comparator]);

        return result;
    }

    /**
     * create a transformer function
     * @param {Object} expr - AST for operator
     * @param {Object} input - Input data to evaluate against
     * @param {Object} environment - Environment
     * @returns {*} tranformer function
     */
    function evaluateTransformExpression(expr, input, environment) {
        // create a function to implement the transform definition
        var transformer = async function (obj) { // signature <(oa):o>
            // undefined inputs always return undefined
            if(typeof obj === 'undefined') {
                return undefined;
            }

            // this function returns a copy of obj with changes specified by the pattern/operation
            var cloneFunction = environment.lookup('clone');
            if(!isFunction(cloneFunction)) {
                // throw type error
                throw {
                    code: "T2013",
                    stack: (new Error()).stack,
                    position: expr.position
                };
            }
            var result = await apply(cloneFunction, [obj], null, environment);
            var matches = await evaluate(expr.pattern, result, environment);
            if(typeof matches !== 'undefined') {
                if(!Array.isArray(matches)) {
                    matches = [matches];
                }
                for(var ii = 0; ii < matches.length; ii++) {
                    var match = matches[ii];
                    // evaluate the update value for each match
                    var update = await evaluate(expr.update, match, environment);
                    // update must be an object
                    var updateType = typeof update;
                    if(updateType !== 'undefined') {
                        if(updateType !== 'object' || update === null || Array.isArray(update)) {
                            // throw type error
                            throw {
                                code: "T2011",
                                stack: (new Error()).stack,
                                position: expr.update.position,
                                value: update
                            };
                        }
                        // merge the update
                        for(const prop of utils.keys(update)) {
                            match[prop] = update[prop];
                        }
                    }

                    // delete, if specified, must be an array of strings (or single string)
                    if(typeof expr.delete !== 'undefined') {
                        var deletions = await evaluate(expr.delete, match, environment);
                        if(typeof deletions !== 'undefined') {
                            var val = deletions;
                            if (!Array.isArray(deletions)) {
                                deletions = [deletions];
                            }
                            if (!isArrayOfStrings(deletions)) {
                                // throw type error
                                throw {
                                    code: "T2012",
                                    stack: (new Error()).stack,
                                    position: expr.delete.position,
                                    value: val
                                };
                            }
                            for (var jj = 0; jj < deletions.length; jj++) {
                                if(typeof match === 'object' && match !== null) {
                                    delete match[deletions[jj]];
                                }
                            }
                        }
                    }
                }
            }

            return result;
        };

        return defineFunction(transformer, '<(oa):o>');
    }

    var chainAST = parser('function($f, $g) { function($x){ $g($f($x)) } }');

    /**
     * Apply the function on the RHS using the sequence on the LHS as the first argument
     * @param {Object} expr - JSONata expression
     * @param {Object} input - Input data to evaluate against
     * @param {Object} environment - Environment
     * @returns {*} Evaluated input data
     */
    async function evaluateApplyExpression(expr, input, environment) {
        var result;

        var lhs = await evaluate(expr.lhs, input, environment);
        if(expr.rhs.type === 'function') {
            // this is a function _invocation_; invoke it with lhs expression as the first argument
            result = await evaluateFunction(expr.rhs, input, environment, { context: lhs });
        } else {
            var func = await evaluate(expr.rhs, input, environment);

            if(!isFunction(func)) {
                throw {
                    code: "T2006",
                    stack: (new Error()).stack,
                    position: expr.position,
                    value: func
                };
            }

            if(isFunction(lhs)) {
                // this is function chaining (func1 ~> func2)
                // \u03bb($f, $g) { \u03bb($x){ $g($f($x)) } }
                var chain = await evaluate(chainAST, null, environment);
                result = await apply(chain, [lhs, func], null, environment);
            } else {
                result = await apply(func, [lhs], null, environment);
            }

        }

        return result;
    }

    /**
     * Evaluate function against input data
     * @param {Object} expr - JSONata expression
     * @param {Object} input - Input data to evaluate against
     * @param {Object} environment - Environment
     * @returns {*} Evaluated input data
     */
    async function evaluateFunction(expr, input, environment, applyto) {
        var result;

        // create the procedure
        // can't assume that expr.procedure is a lambda type directly
        // could be an expression that evaluates to a function (e.g. variable reference, parens expr etc.
        // evaluate it generically first, then check that it is a function.  Throw error if not.
        var proc = await evaluate(expr.procedure, input, environment);

        if (typeof proc === 'undefined' && expr.procedure.type === 'path' && environment.lookup(expr.procedure.steps[0].value)) {
            // help the user out here if they simply forgot the leading $
            throw {
                code: "T1005",
                stack: (new Error()).stack,
                position: expr.position,
                token: expr.procedure.steps[0].value
            };
        }

        var evaluatedArgs = [];
        if(typeof applyto !== 'undefined') {
            evaluatedArgs.push(applyto.context);
        }
        // eager evaluation - evaluate the arguments
        for (var jj = 0; jj < expr.arguments.length; jj++) {
            const arg = await evaluate(expr.arguments[jj], input, environment);
            if(isFunction(arg)) {
                // wrap this in a closure
                const closure = async function (...params) {
                    // invoke func
                    return await apply(arg, params, null, environment);
                };
                closure.arity = getFunctionArity(arg);
                evaluatedArgs.push(closure);
            } else {
                evaluatedArgs.push(arg);
            }
        }
        // apply the procedure
        var procName = expr.procedure.type === 'path' ? expr.procedure.steps[0].value : expr.procedure.value;
        try {
            if(typeof proc === 'object') {
                proc.token = procName;
                proc.position = expr.position;
            }
            result = await apply(proc, evaluatedArgs, input, environment);
        } catch (err) {
            if(!err.position) {
                // add the position field to the error
                err.position = expr.position;
            }
            if (!err.token) {
                // and the function identifier
                err.token = procName;
            }
            throw err;
        }
        return result;
    }

    /**
     * Apply procedure or function
     * @param {Object} proc - Procedure
     * @param {Array} args - Arguments
     * @param {Object} input - input
     * @param {Object} environment - environment
     * @returns {*} Result of procedure
     */
    async function apply(proc, args, input, environment) {
        var result;
        result = await applyInner(proc, args, input, environment);
        while(isLambda(result) && result.thunk === true) {
            // trampoline loop - this gets invoked as a result of tail-call optimization
            // the function returned a tail-call thunk
            // unpack it, evaluate its arguments, and apply the tail call
            var next = await evaluate(result.body.procedure, result.input, result.environment);
            if(result.body.procedure.type === 'variable') {
                next.token = result.body.procedure.value;
            }
            next.position = result.body.procedure.position;
            var evaluatedArgs = [];
            for(var ii = 0; ii < result.body.arguments.length; ii++) {
                evaluatedArgs.push(await evaluate(result.body.arguments[ii], result.input, result.environment));
            }

            result = await applyInner(next, evaluatedArgs, input, environment);
        }
        return result;
    }

    /**
     * Apply procedure or function
     * @param {Object} proc - Procedure
     * @param {Array} args - Arguments
     * @param {Object} input - input
     * @param {Object} environment - environment
     * @returns {*} Result of procedure
     */
    async function applyInner(proc, args, input, environment) {
        var result;
        try {
            var validatedArgs = args;
            if (proc) {
                validatedArgs = validateArguments(proc.signature, args, input);
            }

            if (isLambda(proc)) {
                result = await applyProcedure(proc, validatedArgs);
            } else if (proc && proc._jsonata_function === true) {
                var focus = {
                    environment: environment,
                    input: input,
                    options: environment.base.options,
                    createSequence: environment.base.createSequence
                };
                // the `focus` is passed in as the `this` for the invoked function
                result = proc.implementation.apply(focus, validatedArgs);
                // `proc.implementation` might be a generator function
                // and `result` might be a generator - if so, yield
                if (isIterable(result)) {
                    result = result.next().value;
                }
                if (isPromise(result)) {
                    result = await result;
                }
            } else if (typeof proc === 'function') {
                // typically these are functions that are returned by the invocation of plugin functions
                // the `input` is being passed in as the `this` for the invoked function
                // this is so that functions that return objects containing functions can chain
                // e.g. await (await $func())
                result = proc.apply(input, validatedArgs);
                if (isPromise(result)) {
                    result = await result;
                }
            } else {
                throw {
                    code: "T1006",
                    stack: (new Error()).stack
                };
            }
        } catch(err) {
            if(proc) {
                if (typeof err.token == 'undefined' && typeof proc.token !== 'undefined') {
                    err.token = proc.token;
                }
                err.position = proc.position || err.position;
            }
            throw err;
        }
        return result;
    }

    /**
     * Evaluate lambda against input data
     * @param {Object} expr - JSONata expression
     * @param {Object} input - Input data to evaluate against
     * @param {Object} environment - Environment
     * @returns {{lambda: boolean, input: *, environment: *, arguments: *, body: *}} Evaluated input data
     */
    function evaluateLambda(expr, input, environment) {
        // make a function (closure)
        var procedure = {
            _jsonata_lambda: true,
            input: input,
            environment: environment,
            arguments: expr.arguments,
            signature: expr.signature,
            body: expr.body
        };
        if(expr.thunk === true) {
            procedure.thunk = true;
        }
        procedure.apply = async function(self, args) {
            return await apply(procedure, args, input, !!self ? self.environment : environment);
        };
        return procedure;
    }

    /**
     * Evaluate partial application
     * @param {Object} expr - JSONata expression
     * @param {Object} input - Input data to evaluate against
     * @param {Object} environment - Environment
     * @returns {*} Evaluated input data
     */
    async function evaluatePartialApplication(expr, input, environment) {
        // partially apply a function
        var result;
        // evaluate the arguments
        var evaluatedArgs = [];
        for(var ii = 0; ii < expr.arguments.length; ii++) {
            var arg = expr.arguments[ii];
            if (arg.type === 'operator' && arg.value === '?') {
                evaluatedArgs.push(arg);
            } else {
                evaluatedArgs.push(await evaluate(arg, input, environment));
            }
        }
        // lookup the procedure
        var proc = await evaluate(expr.procedure, input, environment);
        if (typeof proc === 'undefined' && expr.procedure.type === 'path' && environment.lookup(expr.procedure.steps[0].value)) {
            // help the user out here if they simply forgot the leading $
            throw {
                code: "T1007",
                stack: (new Error()).stack,
                position: expr.position,
                token: expr.procedure.steps[0].value
            };
        }
        if (isLambda(proc)) {
            result = partialApplyProcedure(proc, evaluatedArgs, environment);
        } else if (proc && proc._jsonata_function === true) {
            result = partialApplyNativeFunction(proc.implementation, evaluatedArgs, environment);
        } else if (typeof proc === 'function') {
            result = partialApplyNativeFunction(proc, evaluatedArgs, environment);
        } else {
            throw {
                code: "T1008",
                stack: (new Error()).stack,
                position: expr.position,
                token: expr.procedure.type === 'path' ? expr.procedure.steps[0].value : expr.procedure.value
            };
        }
        return result;
    }

    /**
     * Validate the arguments against the signature validator (if it exists)
     * @param {Function} signature - validator function
     * @param {Array} args - function arguments
     * @param {*} context - context value
     * @returns {Array} - validated arguments
     */
    function validateArguments(signature, args, context) {
        if(typeof signature === 'undefined') {
            // nothing to validate
            return args;
        }
        var validatedArgs = signature.validate(args, context);
        return validatedArgs;
    }

    /**
     * Apply procedure
     * @param {Object} proc - Procedure
     * @param {Array} args - Arguments
     * @returns {*} Result of procedure
     */
    async function applyProcedure(proc, args) {
        var result;
        var env = createFrame(proc.environment);
        Array.prototype.forEach.call(proc.arguments, function (param, index) {
            env.bind(param.value, args[index]);
        });
        if (typeof proc.body === 'function') {
            // this is a lambda that wraps a native function - generated by partially evaluating a native
            result = await applyNativeFunction(proc.body, env);
        } else {
            result = await evaluate(proc.body, proc.input, env);
        }
        return result;
    }

    /**
     * Partially apply procedure
     * @param {Object} proc - Procedure
     * @param {Array} args - Arguments
     * @returns {{lambda: boolean, input: *, environment: {bind, lookup}, arguments: Array, body: *}} Result of partially applied procedure
     */
    function partialApplyProcedure(proc, args, environment) {
        // create a closure, bind the supplied parameters and return a function that takes the remaining (?) parameters
        var env = createFrame(proc.environment || environment);
        var unboundArgs = [];
        Array.prototype.forEach.call(proc.arguments, function (param, index) {
            var arg = args[index];
            if (arg && arg.type === 'operator' && arg.value === '?') {
                unboundArgs.push(param);
            } else {
                env.bind(param.value, arg);
            }
        });
        var procedure = {
            _jsonata_lambda: true,
            input: proc.input,
            environment: env,
            arguments: unboundArgs,
            body: proc.body
        };
        return procedure;
    }

    /**
     * Partially apply native function
     * @param {Function} native - Native function
     * @param {Array} args - Arguments
     * @returns {{lambda: boolean, input: *, environment: {bind, lookup}, arguments: Array, body: *}} Result of partially applying native function
     */
    function partialApplyNativeFunction(native, args, environment) {
        // create a lambda function that wraps and invokes the native function
        // get the list of declared arguments from the native function
        // this has to be picked out from the toString() value
        var sigArgs = getNativeFunctionArguments(native);
        sigArgs = sigArgs.map(function (sigArg) {
            return '$' + sigArg.trim();
        });
        var body = 'function(' + sigArgs.join(', ') + '){ _ }';

        var bodyAST = parser(body);
        bodyAST.body = native;

        var partial = partialApplyProcedure(bodyAST, args, environment);
        return partial;
    }

    /**
     * Apply native function
     * @param {Object} proc - Procedure
     * @param {Object} env - Environment
     * @returns {*} Result of applying native function
     */
    async function applyNativeFunction(proc, env) {
        var sigArgs = getNativeFunctionArguments(proc);
        // generate the array of arguments for invoking the function - look them up in the environment
        var args = sigArgs.map(function (sigArg) {
            return env.lookup(sigArg.trim());
        });

        var focus = {
            environment: env,
            createSequence: env.base.createSequence
        };
        var result = proc.apply(focus, args);
        if (isPromise(result)) {
            result = await result;
        }
        return result;
    }

    /**
     * Get native function arguments
     * @param {Function} func - Function
     * @returns {*|Array} Native function arguments
     */
    function getNativeFunctionArguments(func) {
        var signature = func.toString();
        var sigParens = /\(([^)]*)\)/.exec(signature)[1]; // the contents of the parens
        var sigArgs = sigParens.split(',');
        return sigArgs;
    }

    /**
     * Creates a function definition
     * @param {Function} func - function implementation in Javascript
     * @param {string} signature - JSONata function signature definition
     * @returns {{implementation: *, signature: *}} function definition
     */
    function defineFunction(func, signature) {
        var definition = {
            _jsonata_function: true,
            implementation: func
        };
        if(typeof signature !== 'undefined') {
            definition.signature = parseSignature(signature);
        }
        return definition;
    }


    /**
     * parses and evaluates the supplied expression
     * @param {string} expr - expression to evaluate
     * @returns {*} - result of evaluating the expression
     */
    async function functionEval(expr, focus) {
        // undefined inputs always return undefined
        if(typeof expr === 'undefined') {
            return undefined;
        }
        var input = this.input;
        if(typeof focus !== 'undefined') {
            input = focus;
            // if the input is a JSON array, then wrap it in a singleton sequence so it gets treated as a single input
            if(Array.isArray(input) && !isSequence(input)) {
                input = this.createSequence(input);
                input.outerWrapper = true;
            }
        }

        try {
            var ast = parser(expr, false);
        } catch(err) {
            // error parsing the expression passed to $eval
            populateMessage(err);
            throw {
                stack: (new Error()).stack,
                code: "D3120",
                value: err.message,
                error: err
            };
        }
        try {
            var result = await evaluate(ast, input, this.environment);
        } catch(err) {
            // error evaluating the expression passed to $eval
            populateMessage(err);
            throw {
                stack: (new Error()).stack,
                code: "D3121",
                value:err.message,
                error: err
            };
        }

        return result;
    }

    /**
     * Clones an object
     * @param {Object} arg - object to clone (deep copy)
     * @returns {*} - the cloned object
     */
    function functionClone(arg) {
        // undefined inputs always return undefined
        if(typeof arg === 'undefined') {
            return undefined;
        }

        return JSON.parse(fn.string(arg));
    }

    /**
     * Create frame
     * @param {Object} enclosingEnvironment - Enclosing environment
     * @returns {{bind: bind, lookup: lookup}} Created frame
     */
    function createFrame(enclosingEnvironment) {
        var bindings = Object.create(null);
        const newFrame = {
            bind: function (name, value) {
                bindings[name] = value;
            },
            lookup: function (name) {
                var value;
                if(Object.prototype.hasOwnProperty.call(bindings, name)) {
                    value = bindings[name];
                } else if (enclosingEnvironment) {
                    value = enclosingEnvironment.lookup(name);
                }
                return value;
            },
            timestamp: enclosingEnvironment ? enclosingEnvironment.timestamp : null,
            async: enclosingEnvironment ? enclosingEnvironment.async : false,
            isParallelCall: enclosingEnvironment ? enclosingEnvironment.isParallelCall : false,
            global: enclosingEnvironment ? enclosingEnvironment.global : {
                ancestry: [ null ]
            }
        };

        if (enclosingEnvironment) {
            var framePushCallback = enclosingEnvironment.lookup(Symbol.for('jsonata.__createFrame_push'));
            if(framePushCallback) {
                framePushCallback(enclosingEnvironment, newFrame);
            }
            newFrame.base = enclosingEnvironment.base;
        }
       

        return newFrame
    }

    // Function registration
    staticFrame.bind('sum', defineFunction(fn.sum, '<a<n>:n>'));
    staticFrame.bind('count', defineFunction(fn.count, '<a:n>'));
    staticFrame.bind('max', defineFunction(fn.max, '<a<n>:n>'));
    staticFrame.bind('min', defineFunction(fn.min, '<a<n>:n>'));
    staticFrame.bind('average', defineFunction(fn.average, '<a<n>:n>'));
    staticFrame.bind('string', defineFunction(fn.string, '<x-b?:s>'));
    staticFrame.bind('substring', defineFunction(fn.substring, '<s-nn?:s>'));
    staticFrame.bind('substringBefore', defineFunction(fn.substringBefore, '<s-s:s>'));
    staticFrame.bind('substringAfter', defineFunction(fn.substringAfter, '<s-s:s>'));
    staticFrame.bind('lowercase', defineFunction(fn.lowercase, '<s-:s>'));
    staticFrame.bind('uppercase', defineFunction(fn.uppercase, '<s-:s>'));
    staticFrame.bind('length', defineFunction(fn.length, '<s-:n>'));
    staticFrame.bind('trim', defineFunction(fn.trim, '<s-:s>'));
    staticFrame.bind('pad', defineFunction(fn.pad, '<s-ns?:s>'));
    staticFrame.bind('match', defineFunction(fn.match, '<s-f<s:o>n?:a<o>>'));
    staticFrame.bind('contains', defineFunction(fn.contains, '<s-(sf):b>')); // TODO <s-(sf<s:o>):b>
    staticFrame.bind('replace', defineFunction(fn.replace, '<s-(sf)(sf)n?:s>')); // TODO <s-(sf<s:o>)(sf<o:s>)n?:s>
    staticFrame.bind('split', defineFunction(fn.split, '<s-(sf)n?:a<s>>')); // TODO <s-(sf<s:o>)n?:a<s>>
    staticFrame.bind('join', defineFunction(fn.join, '<a<s>s?:s>'));
    staticFrame.bind('formatNumber', defineFunction(fn.formatNumber, '<n-so?:s>'));
    staticFrame.bind('formatBase', defineFunction(fn.formatBase, '<n-n?:s>'));
    staticFrame.bind('formatInteger', defineFunction(datetime.formatInteger, '<n-s:s>'));
    staticFrame.bind('parseInteger', defineFunction(datetime.parseInteger, '<s-s:n>'));
    staticFrame.bind('number', defineFunction(fn.number, '<(nsb)-:n>'));
    staticFrame.bind('floor', defineFunction(fn.floor, '<n-:n>'));
    staticFrame.bind('ceil', defineFunction(fn.ceil, '<n-:n>'));
    staticFrame.bind('round', defineFunction(fn.round, '<n-n?:n>'));
    staticFrame.bind('abs', defineFunction(fn.abs, '<n-:n>'));
    staticFrame.bind('sqrt', defineFunction(fn.sqrt, '<n-:n>'));
    staticFrame.bind('power', defineFunction(fn.power, '<n-n:n>'));
    staticFrame.bind('random', defineFunction(fn.random, '<:n>'));
    staticFrame.bind('boolean', defineFunction(fn.boolean, '<x-:b>'));
    staticFrame.bind('not', defineFunction(fn.not, '<x-:b>'));
    staticFrame.bind('map', defineFunction(fn.map, '<af>'));
    staticFrame.bind('zip', defineFunction(fn.zip, '<a+>'));
    staticFrame.bind('filter', defineFunction(fn.filter, '<af>'));
    staticFrame.bind('single', defineFunction(fn.single, '<af?>'));
    staticFrame.bind('reduce', defineFunction(fn.foldLeft, '<afj?:j>')); // TODO <f<jj:j>a<j>j?:j>
    staticFrame.bind('sift', defineFunction(fn.sift, '<o-f?:o>'));
    staticFrame.bind('keys', defineFunction(fn.keys, '<x-:a<s>>'));
    staticFrame.bind('lookup', defineFunction(fn.lookup, '<x-s:x>'));
    staticFrame.bind('append', defineFunction(fn.append, '<xx:a>'));
    staticFrame.bind('exists', defineFunction(fn.exists, '<x:b>'));
    staticFrame.bind('spread', defineFunction(fn.spread, '<x-:a<o>>'));
    staticFrame.bind('merge', defineFunction(fn.merge, '<a<o>:o>'));
    staticFrame.bind('reverse', defineFunction(fn.reverse, '<a:a>'));
    staticFrame.bind('each', defineFunction(fn.each, '<o-f:a>'));
    staticFrame.bind('error', defineFunction(fn.error, '<s?:x>'));
    staticFrame.bind('assert', defineFunction(fn.assert, '<bs?:x>'));
    staticFrame.bind('type', defineFunction(fn.type, '<x:s>'));
    staticFrame.bind('sort', defineFunction(fn.sort, '<af?:a>'));
    staticFrame.bind('shuffle', defineFunction(fn.shuffle, '<a:a>'));
    staticFrame.bind('distinct', defineFunction(fn.distinct, '<x:x>'));
    staticFrame.bind('base64encode', defineFunction(fn.base64encode, '<s-:s>'));
    staticFrame.bind('base64decode', defineFunction(fn.base64decode, '<s-:s>'));
    staticFrame.bind('encodeUrlComponent', defineFunction(fn.encodeUrlComponent, '<s-:s>'));
    staticFrame.bind('encodeUrl', defineFunction(fn.encodeUrl, '<s-:s>'));
    staticFrame.bind('decodeUrlComponent', defineFunction(fn.decodeUrlComponent, '<s-:s>'));
    staticFrame.bind('decodeUrl', defineFunction(fn.decodeUrl, '<s-:s>'));
    staticFrame.bind('eval', defineFunction(functionEval, '<sx?:x>'));
    staticFrame.bind('toMillis', defineFunction(datetime.toMillis, '<s-s?:n>'));
    staticFrame.bind('fromMillis', defineFunction(datetime.fromMillis, '<n-s?s?:s>'));
    staticFrame.bind('clone', defineFunction(functionClone, '<(oa)-:o>'));

    /**
     * Error codes
     *
     * Sxxxx    - Static errors (compile time)
     * Txxxx    - Type errors
     * Dxxxx    - Dynamic errors (evaluate time)
     *  01xx    - tokenizer
     *  02xx    - parser
     *  03xx    - regex parser
     *  04xx    - function signature parser/evaluator
     *  10xx    - evaluator
     *  20xx    - operators
     *  3xxx    - functions (blocks of 10 for each function)
     */
    var errorCodes = {
        "S0101": "String literal must be terminated by a matching quote",
        "S0102": "Number out of range: {{token}}",
        "S0103": "Unsupported escape sequence: \\{{token}}",
        "S0104": "The escape sequence \\u must be followed by 4 hex digits",
        "S0105": "Quoted property name must be terminated with a backquote (`)",
        "S0106": "Comment has no closing tag",
        "S0201": "Syntax error: {{token}}",
        "S0202": "Expected {{value}}, got {{token}}",
        "S0203": "Expected {{value}} before end of expression",
        "S0204": "Unknown operator: {{token}}",
        "S0205": "Unexpected token: {{token}}",
        "S0206": "Unknown expression type: {{token}}",
        "S0207": "Unexpected end of expression",
        "S0208": "Parameter {{value}} of function definition must be a variable name (start with $)",
        "S0209": "A predicate cannot follow a grouping expression in a step",
        "S0210": "Each step can only have one grouping expression",
        "S0211": "The symbol {{token}} cannot be used as a unary operator",
        "S0212": "The left side of := must be a variable name (start with $)",
        "S0213": "The literal value {{value}} cannot be used as a step within a path expression",
        "S0214": "The right side of {{token}} must be a variable name (start with $)",
        "S0215": "A context variable binding must precede any predicates on a step",
        "S0216": "A context variable binding must precede the 'order-by' clause on a step",
        "S0217": "The object representing the 'parent' cannot be derived from this expression",
        "S0301": "Empty regular expressions are not allowed",
        "S0302": "No terminating / in regular expression",
        "S0402": "Choice groups containing parameterized types are not supported",
        "S0401": "Type parameters can only be applied to functions and arrays",
        "S0500": "Attempted to evaluate an expression containing syntax error(s)",
        "T0410": "Argument {{index}} of function {{token}} does not match function signature",
        "T0411": "Context value is not a compatible type with argument {{index}} of function {{token}}",
        "T0412": "Argument {{index}} of function {{token}} must be an array of {{type}}",
        "D1001": "Number out of range: {{value}}",
        "D1002": "Cannot negate a non-numeric value: {{value}}",
        "T1003": "Key in object structure must evaluate to a string; got: {{value}}",
        "D1004": "Regular expression matches zero length string",
        "T1005": "Attempted to invoke a non-function. Did you mean ${{{token}}}?",
        "T1006": "Attempted to invoke a non-function",
        "T1007": "Attempted to partially apply a non-function. Did you mean ${{{token}}}?",
        "T1008": "Attempted to partially apply a non-function",
        "D1009": "Multiple key definitions evaluate to same key: {{value}}",
        "T1010": "The matcher function argument passed to function {{token}} does not return the correct object structure",
        "D1011": "Stack overflow. Check for non-terminating recursive function.  Consider rewriting as tail-recursive",
        "D1012": "Evaluation timeout after {{value}} milliseconds. Check for infinite loop",
        "D1013": "Object property names starting with _jsonata_ are reserved for internal use: {{value}}",
        "T2001": "The left side of the {{token}} operator must evaluate to a number",
        "T2002": "The right side of the {{token}} operator must evaluate to a number",
        "T2003": "The left side of the range operator (..) must evaluate to an integer",
        "T2004": "The right side of the range operator (..) must evaluate to an integer",
        "D2005": "The left side of := must be a variable name (start with $)",  // defunct - replaced by S0212 parser error
        "T2006": "The right side of the function application operator ~> must be a function",
        "T2007": "Type mismatch when comparing values {{value}} and {{value2}} in order-by clause",
        "T2008": "The expressions within an order-by clause must evaluate to numeric or string values",
        "T2009": "The values {{value}} and {{value2}} either side of operator {{token}} must be of the same data type",
        "T2010": "The expressions either side of operator {{token}} must evaluate to numeric or string values",
        "T2011": "The insert/update clause of the transform expression must evaluate to an object: {{value}}",
        "T2012": "The delete clause of the transform expression must evaluate to a string or array of strings: {{value}}",
        "T2013": "The transform expression clones the input object using the $clone() function.  This has been overridden in the current scope by a non-function.",
        "D2014": "The size of the sequence allocated by the range operator (..) must not exceed 1e7.  Attempted to allocate {{value}}.",
        "D2015": "The maximum sequence length of {{value}} was exceeded.",
        "D3001": "Attempting to invoke string function on Infinity or NaN",
        "D3010": "Second argument of replace function cannot be an empty string",
        "D3011": "Fourth argument of replace function must evaluate to a positive number",
        "D3012": "Attempted to replace a matched string with a non-string value",
        "D3020": "Third argument of split function must evaluate to a positive number",
        "D3030": "Unable to cast value to a number: {{value}}",
        "D3040": "Third argument of match function must evaluate to a positive number",
        "D3050": "The second argument of reduce function must be a function with at least two arguments",
        "D3060": "The sqrt function cannot be applied to a negative number: {{value}}",
        "D3061": "The power function has resulted in a value that cannot be represented as a JSON number: base={{value}}, exponent={{exp}}",
        "D3070": "The single argument form of the sort function can only be applied to an array of strings or an array of numbers.  Use the second argument to specify a comparison function",
        "D3080": "The picture string must only contain a maximum of two sub-pictures",
        "D3081": "The sub-picture must not contain more than one instance of the 'decimal-separator' character",
        "D3082": "The sub-picture must not contain more than one instance of the 'percent' character",
        "D3083": "The sub-picture must not contain more than one instance of the 'per-mille' character",
        "D3084": "The sub-picture must not contain both a 'percent' and a 'per-mille' character",
        "D3085": "The mantissa part of a sub-picture must contain at least one character that is either an 'optional digit character' or a member of the 'decimal digit family'",
        "D3086": "The sub-picture must not contain a passive character that is preceded by an active character and that is followed by another active character",
        "D3087": "The sub-picture must not contain a 'grouping-separator' character that appears adjacent to a 'decimal-separator' character",
        "D3088": "The sub-picture must not contain a 'grouping-separator' at the end of the integer part",
        "D3089": "The sub-picture must not contain two adjacent instances of the 'grouping-separator' character",
        "D3090": "The integer part of the sub-picture must not contain a member of the 'decimal digit family' that is followed by an instance of the 'optional digit character'",
        "D3091": "The fractional part of the sub-picture must not contain an instance of the 'optional digit character' that is followed by a member of the 'decimal digit family'",
        "D3092": "A sub-picture that contains a 'percent' or 'per-mille' character must not contain a character treated as an 'exponent-separator'",
        "D3093": "The exponent part of the sub-picture must comprise only of one or more characters that are members of the 'decimal digit family'",
        "D3100": "The radix of the formatBase function must be between 2 and 36.  It was given {{value}}",
        "D3110": "The argument of the toMillis function must be an ISO 8601 formatted timestamp. Given {{value}}",
        "D3120": "Syntax error in expression passed to function eval: {{value}}",
        "D3121": "Dynamic error evaluating the expression passed to function eval: {{value}}",
        "D3130": "Formatting or parsing an integer as a sequence starting with {{value}} is not supported by this implementation",
        "D3131": "In a decimal digit pattern, all digits must be from the same decimal group",
        "D3132": "Unknown component specifier {{value}} in date/time picture string",
        "D3133": "The 'name' modifier can only be applied to months and days in the date/time picture string, not {{value}}",
        "D3134": "The timezone integer format specifier cannot have more than four digits",
        "D3135": "No matching closing bracket ']' in date/time picture string",
        "D3136": "The date/time picture string is missing specifiers required to parse the timestamp",
        "D3137": "{{{message}}}",
        "D3138": "The $single() function expected exactly 1 matching result.  Instead it matched more.",
        "D3139": "The $single() function expected exactly 1 matching result.  Instead it matched 0.",
        "D3140": "Malformed URL passed to ${{{functionName}}}(): {{value}}",
        "D3141": "{{{message}}}"
    };

    /**
     * lookup a message template from the catalog and substitute the inserts.
     * Populates `err.message` with the substituted message. Leaves `err.message`
     * untouched if code lookup fails.
     * @param {string} err - error code to lookup
     * @returns {undefined} - `err` is modified in place
     */
    function populateMessage(err) {
        var template = errorCodes[err.code];
        if(typeof template !== 'undefined') {
            // if there are any handlebars, replace them with the field references
            // triple braces - replace with value
            // double braces - replace with json stringified value
            var message = template.replace(/\{\{\{([^}]+)}}}/g, function() {
                return err[arguments[1]];
            });
            message = message.replace(/\{\{([^}]+)}}/g, function() {
                return JSON.stringify(err[arguments[1]]);
            });
            err.message = message;
        }
        // Otherwise retain the original `err.message`
    }

    /**
     * JSONata
     * @param {Object} expr - JSONata expression
     * @param {Object} options
     * @param {boolean} options.recover: attempt to recover on parse error
     * @param {Function} options.RegexEngine: RegEx class constructor to use
     * @param {Integer} options.timeout: evaluation timeout
     * @param {Integer} options.stack: max stack depth
     * @param {Integer} options.sequence: max sequence length
     * @returns {{evaluate: evaluate, assign: assign}} Evaluated expression
     */
    function jsonata(expr, options) {
        var ast;
        var errors;
        try {
            ast = parser(expr, options && options.recover);
            errors = ast.errors;
            delete ast.errors;
        } catch(err) {
            // insert error message into structure
            populateMessage(err); // possible side-effects on `err`
            throw err;
        }
        var environment = createFrame(staticFrame);

        var timestamp = new Date(); // will be overridden on each call to evalute()
        environment.bind('now', defineFunction(function(picture, timezone) {
            return datetime.fromMillis(timestamp.getTime(), picture, timezone);
        }, '<s?s?:s>'));
        environment.bind('millis', defineFunction(function() {
            return timestamp.getTime();
        }, '<:n>'));

        return {
            evaluate: async function (input, bindings, callback) {
                // throw if the expression compiled with syntax errors
                if(typeof errors !== 'undefined') {
                    var err = {
                        code: 'S0500',
                        position: 0
                    };
                    populateMessage(err); // possible side-effects on `err`
                    throw err;
                }

                const exec_env = createFrame(environment);

                // add any variable bindings may have been passed in
                for (const v of utils.keys(bindings)) {
                    exec_env.bind(v, bindings[v]);
                }

                // put the input document into the environment as the root object
                exec_env.bind('$', input);

                // capture the timestamp and put it in the execution environment
                // the $now() and $millis() functions will return this value - whenever it is called
                timestamp = new Date();
                exec_env.timestamp = timestamp;
                exec_env.options = options;

                exec_env.createSequence = function() {
                    var sequence = [];
                    if (options && options.sequence) {
                        sequence.push = function(...items) {
                            if(sequence.length + items.length > options.sequence) {
                                throw {
                                    code: "D2015",
                                    stack: (new Error()).stack,
                                    value: options.sequence
                                };
                            }
                            return Array.prototype.push.apply(sequence, items);
                        };
                    }
                    sequence.sequence = true;
                    if (arguments.length === 1) {
                        sequence.push(arguments[0]);
                    }
                    return sequence;
                }


                // if the input is a JSON array, then wrap it in a singleton sequence so it gets treated as a single input
                if(Array.isArray(input) && !isSequence(input)) {
                    input = exec_env.createSequence(input);
                    input.outerWrapper = true;
                }

                if (options && (options.timeout || options.stack)) {
                    const time = Date.now();
                    exec_env.guardrails = function() {
                        if (options.stack > 0 && exec_env.depth > options.stack) {
                            // stack too deep
                            throw {
                                code: 'D1011',
                                value: options.stack,
                                stack: (new Error()).stack
                            };
                        }
                        if (options.timeout > 0 && Date.now() - time > options.timeout) {
                            // expression has run for too long
                            throw {
                                code: 'D1012',
                                value: options.timeout,
                                stack: (new Error()).stack
                            };
                        }
    
                    }
                } else {
                    exec_env.guardrails = function() {};
                }
                exec_env.base = exec_env;
                exec_env.depth = 0;

                if(options && options.RegexEngine) {
                    exec_env.RegexEngine = options.RegexEngine;
                } else {
                    exec_env.RegexEngine = RegExp;
                }

                var it;
                try {
                    it = await evaluate(ast, input, exec_env);
                    if (typeof callback === "function") {
                        callback(null, it);
                    }
                    return it;
                } catch (err) {
                    // insert error message into structure
                    populateMessage(err); // possible side-effects on `err`
                    throw err;
                }
            },
            assign: function (name, value) {
                environment.bind(name, value);
            },
            registerFunction: function(name, implementation, signature) {
                var func = defineFunction(implementation, signature);
                environment.bind(name, func);
            },
            ast: function() {
                return ast;
            },
            errors: function() {
                return errors;
            }
        };
    }

    jsonata.parser = parser; // TODO remove this in a future release - use ast() instead

    return jsonata;

})();

module.exports = jsonata;

},{"./datetime":1,"./functions":2,"./parser":4,"./signature":5,"./utils":6}],4:[function(require,module,exports){
/**
 * \u00a9 Copyright IBM Corp. 2016, 2018 All Rights Reserved
 *   Project name: JSONata
 *   This project is licensed under the MIT License, see LICENSE
 */

var parseSignature = require('./signature');

const parser = (() => {
    'use strict';

    var operators = {
        '.': 75,
        '[': 80,
        ']': 0,
        '{': 70,
        '}': 0,
        '(': 80,
        ')': 0,
        ',': 0,
        '@': 80,
        '#': 80,
        ';': 80,
        ':': 80,
        '?': 20,
        '+': 50,
        '-': 50,
        '*': 60,
        '/': 60,
        '%': 60,
        '|': 20,
        '=': 40,
        '<': 40,
        '>': 40,
        '^': 40,
        '**': 60,
        '..': 20,
        ':=': 10,
        '!=': 40,
        '<=': 40,
        '>=': 40,
        '~>': 40,
        '?:': 40,
        '??': 40,
        'and': 30,
        'or': 25,
        'in': 40,
        '&': 50,
        '!': 0,   // not an operator, but needed as a stop character for name tokens
        '~': 0   // not an operator, but needed as a stop character for name tokens
    };

    var escapes = {  // JSON string escape sequences - see json.org
        '"': '"',
        '\\': '\\',
        '/': '/',
        'b': '\b',
        'f': '\f',
        'n': '\n',
        'r': '\r',
        't': '\t'
    };

    // Tokenizer (lexer) - invoked by the parser to return one token at a time
    var tokenizer = function (path) {
        var position = 0;
        var length = path.length;

        var create = function (type, value) {
            var obj = {type: type, value: value, position: position};
            return obj;
        };

        var scanRegex = function () {
            // the prefix '/' will have been previously scanned. Find the end of the regex.
            // search for closing '/' ignoring any that are escaped, or within brackets
            var start = position;
            var depth = 0;
            var pattern;
            var flags;

            var isClosingSlash = function (position) {
                if (path.charAt(position) === '/' && depth === 0) {
                    var backslashCount = 0;
                    while (path.charAt(position - (backslashCount + 1)) === '\\') {
                        backslashCount++;
                    }
                    if (backslashCount % 2 === 0) {
                        return true;
                    }
                }
                return false;
            };

            while (position < length) {
                var currentChar = path.charAt(position);
                if (isClosingSlash(position)) {
                    // end of regex found
                    pattern = path.substring(start, position);
                    if (pattern === '') {
                        throw {
                            code: "S0301",
                            stack: (new Error()).stack,
                            position: position
                        };
                    }
                    position++;
                    currentChar = path.charAt(position);
                    // flags
                    start = position;
                    while (currentChar === 'i' || currentChar === 'm') {
                        position++;
                        currentChar = path.charAt(position);
                    }
                    flags = path.substring(start, position) + 'g';
                    return new RegExp(pattern, flags);
                }
                if ((currentChar === '(' || currentChar === '[' || currentChar === '{') && path.charAt(position - 1) !== '\\') {
                    depth++;
                }
                if ((currentChar === ')' || currentChar === ']' || currentChar === '}') && path.charAt(position - 1) !== '\\') {
                    depth--;
                }

                position++;
            }
            throw {
                code: "S0302",
                stack: (new Error()).stack,
                position: position
            };
        };

        var next = function (prefix) {
            if (position >= length) return null;
            var currentChar = path.charAt(position);
            // skip whitespace
            while (position < length && ' \t\n\r\v'.indexOf(currentChar) > -1) {
                position++;
                currentChar = path.charAt(position);
            }
            // skip comments
            if (currentChar === '/' && path.charAt(position + 1) === '*') {
                var commentStart = position;
                position += 2;
                currentChar = path.charAt(position);
                while (!(currentChar === '*' && path.charAt(position + 1) === '/')) {
                    currentChar = path.charAt(++position);
                    if (position >= length) {
                        // no closing tag
                        throw {
                            code: "S0106",
                            stack: (new Error()).stack,
                            position: commentStart
                        };
                    }
                }
                position += 2;
                currentChar = path.charAt(position);
                return next(prefix); // need this to swallow any following whitespace
            }
            // test for regex
            if (prefix !== true && currentChar === '/') {
                position++;
                return create('regex', scanRegex());
            }
            // handle double-char operators
            if (currentChar === '.' && path.charAt(position + 1) === '.') {
                // double-dot .. range operator
                position += 2;
                return create('operator', '..');
            }
            if (currentChar === ':' && path.charAt(position + 1) === '=') {
                // := assignment
                position += 2;
                return create('operator', ':=');
            }
            if (currentChar === '!' && path.charAt(position + 1) === '=') {
                // !=
                position += 2;
                return create('operator', '!=');
            }
            if (currentChar === '>' && path.charAt(position + 1) === '=') {
                // >=
                position += 2;
                return create('operator', '>=');
            }
            if (currentChar === '<' && path.charAt(position + 1) === '=') {
                // <=
                position += 2;
                return create('operator', '<=');
            }
            if (currentChar === '*' && path.charAt(position + 1) === '*') {
                // **  descendant wildcard
                position += 2;
                return create('operator', '**');
            }
            if (currentChar === '~' && path.charAt(position + 1) === '>') {
                // ~>  chain function
                position += 2;
                return create('operator', '~>');
            }
            if (currentChar === '?' && path.charAt(position + 1) === ':') {
                // ?: default / elvis operator
                position += 2;
                return create('operator', '?:');
            }
            if (currentChar === '?' && path.charAt(position + 1) === '?') {
                // ?? coalescing operator
                position += 2;
                return create('operator', '??');
            }
            // test for single char operators
            if (Object.prototype.hasOwnProperty.call(operators, currentChar)) {
                position++;
                return create('operator', currentChar);
            }
            // test for string literals
            if (currentChar === '"' || currentChar === "'") {
                var quoteType = currentChar;
                // double quoted string literal - find end of string
                position++;
                var qstr = "";
                while (position < length) {
                    currentChar = path.charAt(position);
                    if (currentChar === '\\') { // escape sequence
                        position++;
                        currentChar = path.charAt(position);
                        if (Object.prototype.hasOwnProperty.call(escapes, currentChar)) {
                            qstr += escapes[currentChar];
                        } else if (currentChar === 'u') {
                            // \u should be followed by 4 hex digits
                            var octets = path.substr(position + 1, 4);
                            if (/^[0-9a-fA-F]+$/.test(octets)) {
                                var codepoint = parseInt(octets, 16);
                                qstr += String.fromCharCode(codepoint);
                                position += 4;
                            } else {
                                throw {
                                    code: "S0104",
                                    stack: (new Error()).stack,
                                    position: position
                                };
                            }
                        } else {
                            // illegal escape sequence
                            throw {
                                code: "S0103",
                                stack: (new Error()).stack,
                                position: position,
                                token: currentChar
                            };

                        }
                    } else if (currentChar === quoteType) {
                        position++;
                        return create('string', qstr);
                    } else {
                        qstr += currentChar;
                    }
                    position++;
                }
                throw {
                    code: "S0101",
                    stack: (new Error()).stack,
                    position: position
                };
            }
            // test for numbers
            var numregex = /^-?(0|([1-9][0-9]*))(\.[0-9]+)?([Ee][-+]?[0-9]+)?/;
            var match = numregex.exec(path.substring(position));
            if (match !== null) {
                var num = parseFloat(match[0]);
                if (!isNaN(num) && isFinite(num)) {
                    position += match[0].length;
                    return create('number', num);
                } else {
                    throw {
                        code: "S0102",
                        stack: (new Error()).stack,
                        position: position,
                        token: match[0]
                    };
                }
            }
            // test for quoted names (backticks)
            var name;
            if (currentChar === '`') {
                // scan for closing quote
                position++;
                var end = path.indexOf('`', position);
                if (end !== -1) {
                    name = path.substring(position, end);
                    position = end + 1;
                    return create('name', name);
                }
                position = length;
                throw {
                    code: "S0105",
                    stack: (new Error()).stack,
                    position: position
                };
            }
            // test for names
            var i = position;
            var ch;
            for (; ;) {
                ch = path.charAt(i);
                if (i === length || ' \t\n\r\v'.indexOf(ch) > -1 || Object.prototype.hasOwnProperty.call(operators, ch)) {
                    if (path.charAt(position) === '$') {
                        // variable reference
                        name = path.substring(position + 1, i);
                        position = i;
                        return create('variable', name);
                    } else {
                        name = path.substring(position, i);
                        position = i;
                        switch (name) {
                            case 'or':
                            case 'in':
                            case 'and':
                                return create('operator', name);
                            case 'true':
                                return create('value', true);
                            case 'false':
                                return create('value', false);
                            case 'null':
                                return create('value', null);
                            default:
                                if (position === length && name === '') {
                                    // whitespace at end of input
                                    return null;
                                }
                                return create('name', name);
                        }
                    }
                } else {
                    i++;
                }
            }
        };

        return next;
    };

    // This parser implements the 'Top down operator precedence' algorithm developed by Vaughan R Pratt; http://dl.acm.org/citation.cfm?id=512931.
    // and builds on the Javascript framework described by Douglas Crockford at http://javascript.crockford.com/tdop/tdop.html
    // and in 'Beautiful Code', edited by Andy Oram and Greg Wilson, Copyright 2007 O'Reilly Media, Inc. 798-0-596-51004-6

    var parser = function (source, recover) {
        var node;
        var lexer;

        var symbol_table = Object.create(null);
        var errors = [];

        var remainingTokens = function () {
            var remaining = [];
            if (node.id !== '(end)') {
                remaining.push({type: node.type, value: node.value, position: node.position});
            }
            var nxt = lexer();
            while (nxt !== null) {
                remaining.push(nxt);
                nxt = lexer();
            }
            return remaining;
        };

        var base_symbol = {
            nud: function () {
                // error - symbol has been invoked as a unary operator
                var err = {
                    code: 'S0211',
                    token: this.value,
                    position: this.position
                };

                if (recover) {
                    err.remaining = remainingTokens();
                    err.type = 'error';
                    errors.push(err);
                    return err;
                } else {
                    err.stack = (new Error()).stack;
                    throw err;
                }
            }
        };

        var symbol = function (id, bp) {
            var s = symbol_table[id];
            bp = bp || 0;
            if (s) {
                if (bp >= s.lbp) {
                    s.lbp = bp;
                }
            } else {
                s = Object.create(base_symbol);
                s.id = s.value = id;
                s.lbp = bp;
                symbol_table[id] = s;
            }
            return s;
        };

        var handleError = function (err) {
            if (recover) {
                // tokenize the rest of the buffer and add it to an error token
                err.remaining = remainingTokens();
                errors.push(err);
                var symbol = symbol_table["(error)"];
                node = Object.create(symbol);
                node.error = err;
                node.type = "(error)";
                return node;
            } else {
                err.stack = (new Error()).stack;
                throw err;
            }
        };

        var advance = function (id, infix) {
            if (id && node.id !== id) {
                var code;
                if (node.id === '(end)') {
                    // unexpected end of buffer
                    code = "S0203";
                } else {
                    code = "S0202";
                }
                var err = {
                    code: code,
                    position: node.position,
                    token: node.value,
                    value: id
                };
                return handleError(err);
            }
            var next_token = lexer(infix);
            if (next_token === null) {
                node = symbol_table["(end)"];
                node.position = source.length;
                return node;
            }
            var value = next_token.value;
            var type = next_token.type;
            var symbol;
            switch (type) {
                case 'name':
                case 'variable':
                    symbol = symbol_table["(name)"];
                    break;
                case 'operator':
                    symbol = symbol_table[value];
                    if (!symbol) {
                        return handleError({
                            code: "S0204",
                            stack: (new Error()).stack,
                            position: next_token.position,
                            token: value
                        });
                    }
                    break;
                case 'string':
                case 'number':
                case 'value':
                    symbol = symbol_table["(literal)"];
                    break;
                case 'regex':
                    type = "regex";
                    symbol = symbol_table["(regex)"];
                    break;
                /* istanbul ignore next */
                default:
                    return handleError({
                        code: "S0205",
                        stack: (new Error()).stack,
                        position: next_token.position,
                        token: value
                    });
            }

            node = Object.create(symbol);
            node.value = value;
            node.type = type;
            node.position = next_token.position;
            return node;
        };

        // Pratt's algorithm
        var expression = function (rbp) {
            var left;
            var t = node;
            advance(null, true);
            left = t.nud();
            while (rbp < node.lbp) {
                t = node;
                advance();
                left = t.led(left);
            }
            return left;
        };

        var terminal = function (id) {
            var s = symbol(id, 0);
            s.nud = function () {
                return this;
            };
        };

        // match infix operators
        // <expression> <operator> <expression>
        // left associative
        var infix = function (id, bp, led) {
            var bindingPower = bp || operators[id];
            var s = symbol(id, bindingPower);
            s.led = led || function (left) {
                this.lhs = left;
                this.rhs = expression(bindingPower);
                this.type = "binary";
                return this;
            };
            return s;
        };

        // match infix operators
        // <expression> <operator> <expression>
        // right associative
        var infixr = function (id, bp, led) {
            var s = symbol(id, bp);
            s.led = led;
            return s;
        };

        // match prefix operators
        // <operator> <expression>
        var prefix = function (id, nud) {
            var s = symbol(id);
            s.nud = nud || function () {
                this.expression = expression(70);
                this.type = "unary";
                return this;
            };
            return s;
        };

        terminal("(end)");
        terminal("(name)");
        terminal("(literal)");
        terminal("(regex)");
        symbol(":");
        symbol(";");
        symbol(",");
        symbol(")");
        symbol("]");
        symbol("}");
        symbol(".."); // range operator
        infix("."); // map operator
        infix("+"); // numeric addition
        infix("-"); // numeric subtraction
        infix("*"); // numeric multiplication
        infix("/"); // numeric division
        infix("%"); // numeric modulus
        infix("="); // equality
        infix("<"); // less than
        infix(">"); // greater than
        infix("!="); // not equal to
        infix("<="); // less than or equal
        infix(">="); // greater than or equal
        infix("&"); // string concatenation
        infix("and"); // Boolean AND
        infix("or"); // Boolean OR
        infix("in"); // is member of array
        terminal("and"); // the 'keywords' can also be used as terminals (field names)
        terminal("or"); //
        terminal("in"); //
        prefix("-"); // unary numeric negation
        infix("~>"); // function application

        // coalescing operator
        infix("??", operators['??'], function (left) {
            this.type = 'condition';
            this.condition = {
                type: 'function',
                value: '(',
                procedure: { type: 'variable', value: 'exists' },
                arguments: [JSON.parse(JSON.stringify(left))]
            };
            this.then = left;
            this.else = expression(0);
            return this;
        });

        infixr("(error)", 10, function (left) {
            this.lhs = left;

            this.error = node.error;
            this.remaining = remainingTokens();
            this.type = 'error';
            return this;
        });

        // field wildcard (single level)
        prefix('*', function () {
            this.type = "wildcard";
            return this;
        });

        // descendant wildcard (multi-level)
        prefix('**', function () {
            this.type = "descendant";
            return this;
        });

        // parent operator
        prefix('%', function () {
            this.type = "parent";
            return this;
        });

        // function invocation
        infix("(", operators['('], function (left) {
            // left is is what we are trying to invoke
            this.procedure = left;
            this.type = 'function';
            this.arguments = [];
            if (node.id !== ')') {
                for (; ;) {
                    if (node.type === 'operator' && node.id === '?') {
                        // partial function application
                        this.type = 'partial';
                        this.arguments.push(node);
                        advance('?');
                    } else {
                        this.arguments.push(expression(0));
                    }
                    if (node.id !== ',') break;
                    advance(',');
                }
            }
            advance(")", true);
            // if the name of the function is 'function' or \u03bb, then this is function definition (lambda function)
            if (left.type === 'name' && (left.value === 'function' || left.value === '\u03BB')) {
                // all of the args must be VARIABLE tokens
                this.arguments.forEach(function (arg, index) {
                    if (arg.type !== 'variable') {
                        return handleError({
                            code: "S0208",
                            stack: (new Error()).stack,
                            position: arg.position,
                            token: arg.value,
                            value: index + 1
                        });
                    }
                });
                this.type = 'lambda';
                // is the next token a '<' - if so, parse the function signature
                if (node.id === '<') {
                    var sigPos = node.position;
                    var depth = 1;
                    var sig = '<';
                    while (depth > 0 && node.id !== '{' && node.id !== '(end)') {
                        var tok = advance();
                        if (tok.id === '>') {
                            depth--;
                        } else if (tok.id === '<') {
                            depth++;
                        }
                        sig += tok.value;
                    }
                    advance('>');
                    try {
                        this.signature = parseSignature(sig);
                    } catch (err) {
                        // insert the position into this error
                        err.position = sigPos + err.offset;
                        return handleError(err);
                    }
                }
                // parse the function body
                advance('{');
                this.body = expression(0);
                advance('}');
            }
            return this;
        });

        // parenthesis - block expression
        prefix("(", function () {
            var expressions = [];
            while (node.id !== ")") {
                expressions.push(expression(0));
                if (node.id !== ";") {
                    break;
                }
                advance(";");
            }
            advance(")", true);
            this.type = 'block';
            this.expressions = expressions;
            return this;
        });

        // array constructor
        prefix("[", function () {
            var a = [];
            if (node.id !== "]") {
                for (; ;) {
                    var item = expression(0);
                    if (node.id === "..") {
                        // range operator
                        var range = {type: "binary", value: "..", position: node.position, lhs: item};
                        advance("..");
                        range.rhs = expression(0);
                        item = range;
                    }
                    a.push(item);
                    if (node.id !== ",") {
                        break;
                    }
                    advance(",");
                }
            }
            advance("]", true);
            this.expressions = a;
            this.type = "unary";
            return this;
        });

        // filter - predicate or array index
        infix("[", operators['['], function (left) {
            if (node.id === "]") {
                // empty predicate means maintain singleton arrays in the output
                var step = left;
                while (step && step.type === 'binary' && step.value === '[') {
                    step = step.lhs;
                }
                step.keepArray = true;
                advance("]");
                return left;
            } else {
                this.lhs = left;
                this.rhs = expression(operators[']']);
                this.type = 'binary';
                advance("]", true);
                return this;
            }
        });

        // order-by
        infix("^", operators['^'], function (left) {
            advance("(");
            var terms = [];
            for (; ;) {
                var term = {
                    descending: false
                };
                if (node.id === "<") {
                    // ascending sort
                    advance("<");
                } else if (node.id === ">") {
                    // descending sort
                    term.descending = true;
                    advance(">");
                } else {
                    //unspecified - default to ascending
                }
                term.expression = expression(0);
                terms.push(term);
                if (node.id !== ",") {
                    break;
                }
                advance(",");
            }
            advance(")");
            this.lhs = left;
            this.rhs = terms;
            this.type = 'binary';
            return this;
        });

        var objectParser = function (left) {
            var a = [];
            if (node.id !== "}") {
                for (; ;) {
                    var n = expression(0);
                    advance(":");
                    var v = expression(0);
                    a.push([n, v]); // holds an array of name/value expression pairs
                    if (node.id !== ",") {
                        break;
                    }
                    advance(",");
                }
            }
            advance("}", true);
            if (typeof left === 'undefined') {
                // NUD - unary prefix form
                this.lhs = a;
                this.type = "unary";
            } else {
                // LED - binary infix form
                this.lhs = left;
                this.rhs = a;
                this.type = 'binary';
            }
            return this;
        };

        // object constructor
        prefix("{", objectParser);

        // object grouping
        infix("{", operators['{'], objectParser);

        // bind variable
        infixr(":=", operators[':='], function (left) {
            if (left.type !== 'variable') {
                return handleError({
                    code: "S0212",
                    stack: (new Error()).stack,
                    position: left.position,
                    token: left.value
                });
            }
            this.lhs = left;
            this.rhs = expression(operators[':='] - 1); // subtract 1 from bindingPower for right associative operators
            this.type = "binary";
            return this;
        });

        // focus variable bind
        infix("@", operators['@'], function (left) {
            this.lhs = left;
            this.rhs = expression(operators['@']);
            if(this.rhs.type !== 'variable') {
                return handleError({
                    code: "S0214",
                    stack: (new Error()).stack,
                    position: this.rhs.position,
                    token: "@"
                });
            }
            this.type = "binary";
            return this;
        });

        // index (position) variable bind
        infix("#", operators['#'], function (left) {
            this.lhs = left;
            this.rhs = expression(operators['#']);
            if(this.rhs.type !== 'variable') {
                return handleError({
                    code: "S0214",
                    stack: (new Error()).stack,
                    position: this.rhs.position,
                    token: "#"
                });
            }
            this.type = "binary";
            return this;
        });

        // if/then/else ternary operator ?:
        infix("?", operators['?'], function (left) {
            this.type = 'condition';
            this.condition = left;
            this.then = expression(0);
            if (node.id === ':') {
                // else condition
                advance(":");
                this.else = expression(0);
            }
            return this;
        });

        // elvis/default operator
        infix("?:", operators['?:'], function (left) {
            this.type = 'condition';
            // Deep-clone `left` so the condition and then branches have
            // independent AST nodes. Sharing the same reference causes
            // post-parse processing (e.g. predicate stages, unary minus
            // folding on number literals) to mutate the same node twice,
            // producing wrong results (see #773 for the equivalent ?? fix).
            this.condition = JSON.parse(JSON.stringify(left));
            this.then = left;
            this.else = expression(0);
            return this;
        });

        // object transformer
        prefix("|", function () {
            this.type = 'transform';
            this.pattern = expression(0);
            advance('|');
            this.update = expression(0);
            if (node.id === ',') {
                advance(',');
                this.delete = expression(0);
            }
            advance('|');
            return this;
        });

        // tail call optimization
        // this is invoked by the post parser to analyse lambda functions to see
        // if they make a tail call.  If so, it is replaced by a thunk which will
        // be invoked by the trampoline loop during function application.
        // This enables tail-recursive functions to be written without growing the stack
        var tailCallOptimize = function (expr) {
            var result;
            if (expr.type === 'function' && !expr.predicate) {
                var thunk = {type: 'lambda', thunk: true, arguments: [], position: expr.position};
                thunk.body = expr;
                result = thunk;
            } else if (expr.type === 'condition') {
                // analyse both branches
                expr.then = tailCallOptimize(expr.then);
                if (typeof expr.else !== 'undefined') {
                    expr.else = tailCallOptimize(expr.else);
                }
                result = expr;
            } else if (expr.type === 'block') {
                // only the last expression in the block
                var length = expr.expressions.length;
                if (length > 0) {
                    expr.expressions[length - 1] = tailCallOptimize(expr.expressions[length - 1]);
                }
                result = expr;
            } else {
                result = expr;
            }
            return result;
        };

        var ancestorLabel = 0;
        var ancestorIndex = 0;
        var ancestry = [];

        var seekParent = function (node, slot) {
            switch (node.type) {
                case 'name':
                case 'wildcard':
                    slot.level--;
                    if(slot.level === 0) {
                        if (typeof node.ancestor === 'undefined') {
                            node.ancestor = slot;
                        } else {
                            // reuse the existing label
                            ancestry[slot.index].slot.label = node.ancestor.label;
                            node.ancestor = slot;
                        }
                        node.tuple = true;
                    }
                    break;
                case 'parent':
                    slot.level++;
                    break;
                case 'block':
                    // look in last expression in the block
                    if(node.expressions.length > 0) {
                        node.tuple = true;
                        slot = seekParent(node.expressions[node.expressions.length - 1], slot);
                    }
                    break;
                case 'path':
                    // last step in path
                    node.tuple = true;
                    var index = node.steps.length - 1;
                    slot = seekParent(node.steps[index--], slot);
                    while (slot.level > 0 && index >= 0) {
                        // check previous steps
                        slot = seekParent(node.steps[index--], slot);
                    }
                    break;
                default:
                    // error - can't derive ancestor
                    throw {
                        code: "S0217",
                        token: node.type,
                        position: node.position
                    };
            }
            return slot;
        };

        var pushAncestry = function(result, value) {
            if(typeof value.seekingParent !== 'undefined' || value.type === 'parent') {
                var slots = (typeof value.seekingParent !== 'undefined') ? value.seekingParent : [];
                if (value.type === 'parent') {
                    slots.push(value.slot);
                }
                if(typeof result.seekingParent === 'undefined') {
                    result.seekingParent = slots;
                } else {
                    Array.prototype.push.apply(result.seekingParent, slots);
                }
            }
        };

        var resolveAncestry = function(path) {
            var index = path.steps.length - 1;
            var laststep = path.steps[index];
            var slots = (typeof laststep.seekingParent !== 'undefined') ? laststep.seekingParent : [];
            if (laststep.type === 'parent') {
                slots.push(laststep.slot);
            }
            for(var is = 0; is < slots.length; is++) {
                var slot = slots[is];
                index = path.steps.length - 2;
                while (slot.level > 0) {
                    if (index < 0) {
                        if(typeof path.seekingParent === 'undefined') {
                            path.seekingParent = [slot];
                        } else {
                            path.seekingParent.push(slot);
                        }
                        break;
                    }
                    // try previous step
                    var step = path.steps[index--];
                    // multiple contiguous steps that bind the focus should be skipped
                    while(index >= 0 && step.focus && path.steps[index].focus) {
                        step = path.steps[index--];
                    }
                    slot = seekParent(step, slot);
                }
            }
        };

        // post-parse stage
        // the purpose of this is to add as much semantic value to the parse tree as possible
        // in order to simplify the work of the evaluator.
        // This includes flattening the parts of the AST representing location paths,
        // converting them to arrays of steps which in turn may contain arrays of predicates.
        // following this, nodes containing '.' and '[' should be eliminated from the AST.
        var processAST = function (expr) {
            var result;
            switch (expr.type) {
                case 'binary':
                    switch (expr.value) {
                        case '.':
                            var lstep = processAST(expr.lhs);

                            if (lstep.type === 'path') {
                                result = lstep;
                            } else {
                                result = {type: 'path', steps: [lstep]};
                            }
                            if(lstep.type === 'parent') {
                                result.seekingParent = [lstep.slot];
                            }
                            var rest = processAST(expr.rhs);
                            if (rest.type === 'path') {
                                Array.prototype.push.apply(result.steps, rest.steps);
                            } else {
                                if(typeof rest.predicate !== 'undefined') {
                                    rest.stages = rest.predicate;
                                    delete rest.predicate;
                                }
                                result.steps.push(rest);
                            }
                            // any steps within a path that are string literals, should be changed to 'name'
                            result.steps.filter(function (step) {
                                if (step.type === 'number' || step.type === 'value') {
                                    // don't allow steps to be numbers or the values true/false/null
                                    throw {
                                        code: "S0213",
                                        stack: (new Error()).stack,
                                        position: step.position,
                                        value: step.value
                                    };
                                }
                                return step.type === 'string';
                            }).forEach(function (lit) {
                                lit.type = 'name';
                            });
                            // any step that signals keeping a singleton array, should be flagged on the path
                            if (result.steps.filter(function (step) {
                                return step.keepArray === true;
                            }).length > 0) {
                                result.keepSingletonArray = true;
                            }
                            // if first step is a path constructor, flag it for special handling
                            var firststep = result.steps[0];
                            if (firststep.type === 'unary' && firststep.value === '[') {
                                firststep.consarray = true;
                            }
                            // if the last step is an array constructor, flag it so it doesn't flatten
                            var laststep = result.steps[result.steps.length - 1];
                            if (laststep.type === 'unary' && laststep.value === '[') {
                                laststep.consarray = true;
                            }
                            resolveAncestry(result);
                            break;
                        case '[':
                            // predicated step
                            // LHS is a step or a predicated step
                            // RHS is the predicate expr
                            result = processAST(expr.lhs);
                            var step = result;
                            var type = 'predicate';
                            if (result.type === 'path') {
                                step = result.steps[result.steps.length - 1];
                                type = 'stages';
                            }
                            if (typeof step.group !== 'undefined') {
                                throw {
                                    code: "S0209",
                                    stack: (new Error()).stack,
                                    position: expr.position
                                };
                            }
                            if (typeof step[type] === 'undefined') {
                                step[type] = [];
                            }
                            var predicate = processAST(expr.rhs);
                            if(typeof predicate.seekingParent !== 'undefined') {
                                predicate.seekingParent.forEach(slot => {
                                    if(slot.level === 1) {
                                        seekParent(step, slot);
                                    } else {
                                        slot.level--;
                                    }
                                });
                                pushAncestry(step, predicate);
                            }
                            step[type].push({type: 'filter', expr: predicate, position: expr.position});
                            break;
                        case '{':
                            // group-by
                            // LHS is a step or a predicated step
                            // RHS is the object constructor expr
                            result = processAST(expr.lhs);
                            if (typeof result.group !== 'undefined') {
                                throw {
                                    code: "S0210",
                                    stack: (new Error()).stack,
                                    position: expr.position
                                };
                            }
                            // object constructor - process each pair
                            result.group = {
                                lhs: expr.rhs.map(function (pair) {
                                    return [processAST(pair[0]), processAST(pair[1])];
                                }),
                                position: expr.position
                            };
                            break;
                        case '^':
                            // order-by
                            // LHS is the array to be ordered
                            // RHS defines the terms
                            result = processAST(expr.lhs);
                            if (result.type !== 'path') {
                                result = {type: 'path', steps: [result]};
                            }
                            var sortStep = {type: 'sort', position: expr.position};
                            sortStep.terms = expr.rhs.map(function (terms) {
                                var expression = processAST(terms.expression);
                                pushAncestry(sortStep, expression);
                                return {
                                    descending: terms.descending,
                                    expression: expression
                                };
                            });
                            result.steps.push(sortStep);
                            resolveAncestry(result);
                            break;
                        case ':=':
                            result = {type: 'bind', value: expr.value, position: expr.position};
                            result.lhs = processAST(expr.lhs);
                            result.rhs = processAST(expr.rhs);
                            pushAncestry(result, result.rhs);
                            break;
                        case '@':
                            result = processAST(expr.lhs);
                            step = result;
                            if (result.type === 'path') {
                                step = result.steps[result.steps.length - 1];
                            }
                            // throw error if there are any predicates defined at this point
                            // at this point the only type of stages can be predicates
                            if(typeof step.stages !== 'undefined' || typeof step.predicate !== 'undefined') {
                                throw {
                                    code: "S0215",
                                    stack: (new Error()).stack,
                                    position: expr.position
                                };
                            }
                            // also throw if this is applied after an 'order-by' clause
                            if(step.type === 'sort') {
                                throw {
                                    code: "S0216",
                                    stack: (new Error()).stack,
                                    position: expr.position
                                };
                            }
                            if(expr.keepArray) {
                                step.keepArray = true;
                            }
                            step.focus = expr.rhs.value;
                            step.tuple = true;
                            break;
                        case '#':
                            result = processAST(expr.lhs);
                            step = result;
                            if (result.type === 'path') {
                                step = result.steps[result.steps.length - 1];
                            } else {
                                result = {type: 'path', steps: [result]};
                                if (typeof step.predicate !== 'undefined') {
                                    step.stages = step.predicate;
                                    delete step.predicate;
                                }
                            }
                            if (typeof step.stages === 'undefined') {
                                step.index = expr.rhs.value;
                            } else {
                                step.stages.push({type: 'index', value: expr.rhs.value, position: expr.position});
                            }
                            step.tuple = true;
                            break;
                        case '~>':
                            result = {type: 'apply', value: expr.value, position: expr.position};
                            result.lhs = processAST(expr.lhs);
                            result.rhs = processAST(expr.rhs);
                            result.keepArray = result.lhs.keepArray || result.rhs.keepArray;
                            break;
                        default:
                            result = {type: expr.type, value: expr.value, position: expr.position};
                            result.lhs = processAST(expr.lhs);
                            result.rhs = processAST(expr.rhs);
                            pushAncestry(result, result.lhs);
                            pushAncestry(result, result.rhs);
                    }
                    break;
                case 'unary':
                    result = {type: expr.type, value: expr.value, position: expr.position};
                    if (expr.value === '[') {
                        // array constructor - process each item
                        result.expressions = expr.expressions.map(function (item) {
                            var value = processAST(item);
                            pushAncestry(result, value);
                            return value;
                        });
                    } else if (expr.value === '{') {
                        // object constructor - process each pair
                        result.lhs = expr.lhs.map(function (pair) {
                            var key = processAST(pair[0]);
                            pushAncestry(result, key);
                            var value = processAST(pair[1]);
                            pushAncestry(result, value);
                            return [key, value];
                        });
                    } else {
                        // all other unary expressions - just process the expression
                        result.expression = processAST(expr.expression);
                        // if unary minus on a number, then pre-process
                        if (expr.value === '-' && result.expression.type === 'number') {
                            result = result.expression;
                            result.value = -result.value;
                        } else {
                            pushAncestry(result, result.expression);
                        }
                    }
                    break;
                case 'function':
                case 'partial':
                    result = {type: expr.type, name: expr.name, value: expr.value, position: expr.position};
                    result.arguments = expr.arguments.map(function (arg) {
                        var argAST = processAST(arg);
                        pushAncestry(result, argAST);
                        return argAST;
                    });
                    result.procedure = processAST(expr.procedure);
                    break;
                case 'lambda':
                    result = {
                        type: expr.type,
                        arguments: expr.arguments,
                        signature: expr.signature,
                        position: expr.position
                    };
                    var body = processAST(expr.body);
                    result.body = tailCallOptimize(body);
                    break;
                case 'condition':
                    result = {type: expr.type, position: expr.position};
                    result.condition = processAST(expr.condition);
                    pushAncestry(result, result.condition);
                    result.then = processAST(expr.then);
                    pushAncestry(result, result.then);
                    if (typeof expr.else !== 'undefined') {
                        result.else = processAST(expr.else);
                        pushAncestry(result, result.else);
                    }
                    break;
                case 'transform':
                    result = {type: expr.type, position: expr.position};
                    result.pattern = processAST(expr.pattern);
                    result.update = processAST(expr.update);
                    if (typeof expr.delete !== 'undefined') {
                        result.delete = processAST(expr.delete);
                    }
                    break;
                case 'block':
                    result = {type: expr.type, position: expr.position};
                    // array of expressions - process each one
                    result.expressions = expr.expressions.map(function (item) {
                        var part = processAST(item);
                        pushAncestry(result, part);
                        if (part.consarray || (part.type === 'path' && part.steps[0].consarray)) {
                            result.consarray = true;
                        }
                        return part;
                    });
                    // TODO scan the array of expressions to see if any of them assign variables
                    // if so, need to mark the block as one that needs to create a new frame
                    break;
                case 'name':
                    result = {type: 'path', steps: [expr]};
                    if (expr.keepArray) {
                        result.keepSingletonArray = true;
                    }
                    break;
                case 'parent':
                    result = {type: 'parent', slot: { label: '!' + ancestorLabel++, level: 1, index: ancestorIndex++ } };
                    ancestry.push(result);
                    break;
                case 'string':
                case 'number':
                case 'value':
                case 'wildcard':
                case 'descendant':
                case 'variable':
                case 'regex':
                    result = expr;
                    break;
                case 'operator':
                    // the tokens 'and' and 'or' might have been used as a name rather than an operator
                    if (expr.value === 'and' || expr.value === 'or' || expr.value === 'in') {
                        expr.type = 'name';
                        result = processAST(expr);
                    } else /* istanbul ignore else */ if (expr.value === '?') {
                        // partial application
                        result = expr;
                    } else {
                        throw {
                            code: "S0201",
                            stack: (new Error()).stack,
                            position: expr.position,
                            token: expr.value
                        };
                    }
                    break;
                case 'error':
                    result = expr;
                    if (expr.lhs) {
                        result = processAST(expr.lhs);
                    }
                    break;
                default:
                    var code = "S0206";
                    /* istanbul ignore else */
                    if (expr.id === '(end)') {
                        code = "S0207";
                    }
                    var err = {
                        code: code,
                        position: expr.position,
                        token: expr.value
                    };
                    if (recover) {
                        errors.push(err);
                        return {type: 'error', error: err};
                    } else {
                        err.stack = (new Error()).stack;
                        throw err;
                    }
            }
            if (expr.keepArray) {
                result.keepArray = true;
            }
            return result;
        };

        // now invoke the tokenizer and the parser and return the syntax tree
        lexer = tokenizer(source);
        advance();
        // parse the tokens
        var expr = expression(0);
        if (node.id !== '(end)') {
            var err = {
                code: "S0201",
                position: node.position,
                token: node.value
            };
            handleError(err);
        }
        expr = processAST(expr);

        if(expr.type === 'parent' || typeof expr.seekingParent !== 'undefined') {
            // error - trying to derive ancestor at top level
            throw {
                code: "S0217",
                token: expr.type,
                position: expr.position
            };
        }

        if (errors.length > 0) {
            expr.errors = errors;
        }

        return expr;
    };

    return parser;
})();

module.exports = parser;

},{"./signature":5}],5:[function(require,module,exports){
/**
 * \u00a9 Copyright IBM Corp. 2016, 2018 All Rights Reserved
 *   Project name: JSONata
 *   This project is licensed under the MIT License, see LICENSE
 */

var utils = require('./utils');

const signature = (() => {
    'use strict';

    // A mapping between the function signature symbols and the full plural of the type
    // Expected to be used in error messages
    var arraySignatureMapping = {
        "a": "arrays",
        "b": "booleans",
        "f": "functions",
        "n": "numbers",
        "o": "objects",
        "s": "strings"
    };

    /**
     * Parses a function signature definition and returns a validation function
     * @param {string} signature - the signature between the <angle brackets>
     * @returns {Function} validation function
     */
    function parseSignature(signature) {
        // create a Regex that represents this signature and return a function that when invoked,
        // returns the validated (possibly fixed-up) arguments, or throws a validation error
        // step through the signature, one symbol at a time
        var position = 1;
        var params = [];
        var param = Object.create(null);
        var prevParam = param;
        while (position < signature.length) {
            var symbol = signature.charAt(position);
            if (symbol === ':') {
                // TODO figure out what to do with the return type
                // ignore it for now
                break;
            }

            var next = function () {
                params.push(param);
                prevParam = param;
                param = Object.create(null);
            };

            var findClosingBracket = function (str, start, openSymbol, closeSymbol) {
                // returns the position of the closing symbol (e.g. bracket) in a string
                // that balances the opening symbol at position start
                var depth = 1;
                var position = start;
                while (position < str.length) {
                    position++;
                    symbol = str.charAt(position);
                    if (symbol === closeSymbol) {
                        depth--;
                        if (depth === 0) {
                            // we're done
                            break; // out of while loop
                        }
                    } else if (symbol === openSymbol) {
                        depth++;
                    }
                }
                return position;
            };

            switch (symbol) {
                case 's': // string
                case 'n': // number
                case 'b': // boolean
                case 'l': // not so sure about expecting null?
                case 'o': // object
                    param.regex = '[' + symbol + 'm]';
                    param.type = symbol;
                    next();
                    break;
                case 'a': // array
                    //  normally treat any value as singleton array
                    param.regex = '[asnblfom]';
                    param.type = symbol;
                    param.array = true;
                    next();
                    break;
                case 'f': // function
                    param.regex = 'f';
                    param.type = symbol;
                    next();
                    break;
                case 'j': // any JSON type
                    param.regex = '[asnblom]';
                    param.type = symbol;
                    next();
                    break;
                case 'x': // any type
                    param.regex = '[asnblfom]';
                    param.type = symbol;
                    next();
                    break;
                case '-': // use context if param not supplied
                    prevParam.context = true;
                    prevParam.contextRegex = new RegExp(prevParam.regex); // pre-compiled to test the context type at runtime
                    prevParam.regex += '?';
                    break;
                case '?': // optional param
                case '+': // one or more
                    prevParam.regex += symbol;
                    break;
                case '(': // choice of types
                    // search forward for matching ')'
                    var endParen = findClosingBracket(signature, position, '(', ')');
                    var choice = signature.substring(position + 1, endParen);
                    if (choice.indexOf('<') === -1) {
                        // no parameterized types, simple regex
                        param.regex = '[' + choice + 'm]';
                    } else {
                        // TODO harder
                        throw {
                            code: "S0402",
                            stack: (new Error()).stack,
                            value: choice,
                            offset: position
                        };
                    }
                    param.type = '(' + choice + ')';
                    position = endParen;
                    next();
                    break;
                case '<': // type parameter - can only be applied to 'a' and 'f'
                    if (prevParam.type === 'a' || prevParam.type === 'f') {
                        // search forward for matching '>'
                        var endPos = findClosingBracket(signature, position, '<', '>');
                        prevParam.subtype = signature.substring(position + 1, endPos);
                        position = endPos;
                    } else {
                        throw {
                            code: "S0401",
                            stack: (new Error()).stack,
                            value: prevParam.type,
                            offset: position
                        };
                    }
                    break;
            }
            position++;
        }
        var regexStr = '^' +
            params.map(function (param) {
                return '(' + param.regex + ')';
            }).join('') +
            '$';
        var regex = new RegExp(regexStr);
        var getSymbol = function (value) {
            var symbol;
            if (utils.isFunction(value)) {
                symbol = 'f';
            } else {
                var type = typeof value;
                switch (type) {
                    case 'string':
                        symbol = 's';
                        break;
                    case 'number':
                        symbol = 'n';
                        break;
                    case 'boolean':
                        symbol = 'b';
                        break;
                    case 'object':
                        if (value === null) {
                            symbol = 'l';
                        } else if (Array.isArray(value)) {
                            symbol = 'a';
                        } else {
                            symbol = 'o';
                        }
                        break;
                    case 'undefined':
                    default:
                        // any value can be undefined, but should be allowed to match
                        symbol = 'm'; // m for missing
                }
            }
            return symbol;
        };

        var throwValidationError = function (badArgs, badSig) {
            // to figure out where this went wrong we need apply each component of the
            // regex to each argument until we get to the one that fails to match
            var partialPattern = '^';
            var goodTo = 0;
            for (var index = 0; index < params.length; index++) {
                partialPattern += params[index].regex;
                var match = badSig.match(partialPattern);
                if (match === null) {
                    // failed here
                    throw {
                        code: "T0410",
                        stack: (new Error()).stack,
                        value: badArgs[goodTo],
                        index: goodTo + 1
                    };
                }
                goodTo = match[0].length;
            }
            // if it got this far, it's probably because of extraneous arguments (we
            // haven't added the trailing '$' in the regex yet.
            throw {
                code: "T0410",
                stack: (new Error()).stack,
                value: badArgs[goodTo],
                index: goodTo + 1
            };
        };

        return {
            definition: signature,
            validate: function (args, context) {
                var suppliedSig = '';
                args.forEach(function (arg) {
                    suppliedSig += getSymbol(arg);
                });
                var isValid = regex.exec(suppliedSig);
                if (isValid) {
                    var validatedArgs = [];
                    var argIndex = 0;
                    params.forEach(function (param, index) {
                        var arg = args[argIndex];
                        var match = isValid[index + 1];
                        if (match === '') {
                            if (param.context && param.contextRegex) {
                                // substitute context value for missing arg
                                // first check that the context value is the right type
                                var contextType = getSymbol(context);
                                // test contextType against the regex for this arg (without the trailing ?)
                                if (param.contextRegex.test(contextType)) {
                                    validatedArgs.push(context);
                                } else {
                                    // context value not compatible with this argument
                                    throw {
                                        code: "T0411",
                                        stack: (new Error()).stack,
                                        value: context,
                                        index: argIndex + 1
                                    };
                                }
                            } else {
                                validatedArgs.push(arg);
                                argIndex++;
                            }
                        } else {
                            // may have matched multiple args (if the regex ends with a '+')
                            // split into single tokens
                            match.split('').forEach(function (single) {
                                arg = args[argIndex];
                                if (param.type === 'a') {
                                    if (single === 'm') {
                                        // missing (undefined)
                                        arg = undefined;
                                    } else {
                                        var arrayOK = true;
                                        // is there type information on the contents of the array?
                                        if (typeof param.subtype !== 'undefined') {
                                            if (single !== 'a' && match !== param.subtype) {
                                                arrayOK = false;
                                            } else if (single === 'a') {
                                                if (arg.length > 0) {
                                                    var itemType = getSymbol(arg[0]);
                                                    if (itemType !== param.subtype.charAt(0)) { // TODO recurse further
                                                        arrayOK = false;
                                                    } else {
                                                        // make sure every item in the array is this type
                                                        var differentItems = arg.filter(function (val) {
                                                            return (getSymbol(val) !== itemType);
                                                        });
                                                        arrayOK = (differentItems.length === 0);
                                                    }
                                                }
                                            }
                                        }
                                        if (!arrayOK) {
                                            throw {
                                                code: "T0412",
                                                stack: (new Error()).stack,
                                                value: arg,
                                                index: argIndex + 1,
                                                type: arraySignatureMapping[param.subtype]
                                            };
                                        }
                                        // the function expects an array. If it's not one, make it so
                                        if (single !== 'a') {
                                            arg = [arg];
                                        }
                                    }
                                    validatedArgs.push(arg);
                                    argIndex++;
                                } else {
                                    validatedArgs.push(arg);
                                    argIndex++;
                                }
                            });
                        }
                    });
                    return validatedArgs;
                }
                throwValidationError(args, suppliedSig);
            }
        };
    }

    return parseSignature;
})();

module.exports = signature;

},{"./utils":6}],6:[function(require,module,exports){
/**
 * \u00a9 Copyright IBM Corp. 2016, 2018 All Rights Reserved
 *   Project name: JSONata
 *   This project is licensed under the MIT License, see LICENSE
 */

const utils = (() => {
    'use strict';

    /**
     * Check if value is a finite number
     * @param {float} n - number to evaluate
     * @returns {boolean} True if n is a finite number
     */
    function isNumeric(n) {
        var isNum = false;
        if(typeof n === 'number') {
            isNum = !isNaN(n);
            if (isNum && !isFinite(n)) {
                throw {
                    code: "D1001",
                    value: n,
                    stack: (new Error()).stack
                };
            }
        }
        return isNum;
    }

    /**
     * Returns true if the arg is an array of strings
     * @param {*} arg - the item to test
     * @returns {boolean} True if arg is an array of strings
     */
    function isArrayOfStrings(arg) {
        var result = false;
        /* istanbul ignore else */
        if(Array.isArray(arg)) {
            result = (arg.filter(function(item){return typeof item !== 'string';}).length === 0);
        }
        return result;
    }

    /**
     * Returns true if the arg is an array of numbers
     * @param {*} arg - the item to test
     * @returns {boolean} True if arg is an array of numbers
     */
    function isArrayOfNumbers(arg) {
        var result = false;
        if(Array.isArray(arg)) {
            result = (arg.filter(function(item){return !isNumeric(item);}).length === 0);
        }
        return result;
    }

    /**
     * Tests if a value is a sequence
     * @param {*} value the value to test
     * @returns {boolean} true if it's a sequence
     */
    function isSequence(value) {
        return value.sequence === true && Array.isArray(value);
    }

    /**
     *
     * @param {Object} arg - expression to test
     * @returns {boolean} - true if it is a function (lambda or built-in)
     */
    function isFunction(arg) {
        return ((arg && (arg._jsonata_function === true || arg._jsonata_lambda === true)) || typeof arg === 'function');
    }

    /**
     * Returns the arity (number of arguments) of the function
     * @param {*} func - the function
     * @returns {*} - the arity
     */
    function getFunctionArity(func) {
        var arity = typeof func.arity === 'number' ? func.arity :
            typeof func.implementation === 'function' ? func.implementation.length :
                typeof func.length === 'number' ? func.length : func.arguments.length;
        return arity;
    }

    /**
     * Tests whether arg is a lambda function
     * @param {*} arg - the value to test
     * @returns {boolean} - true if it is a lambda function
     */
    function isLambda(arg) {
        return arg && arg._jsonata_lambda === true;
    }

    // istanbul ignore next
    var iteratorSymbol = (typeof Symbol === "function" ? Symbol : {}).iterator || "@@iterator";

    /**
     * @param {Object} arg - expression to test
     * @returns {boolean} - true if it is iterable
     */
    function isIterable(arg) {
        return (
            typeof arg === 'object' &&
            arg !== null &&
            iteratorSymbol in arg &&
            'next' in arg &&
            typeof arg.next === 'function'
        );
    }

    /**
     * Compares two values for equality
     * @param {*} lhs first value
     * @param {*} rhs second value
     * @returns {boolean} true if they are deep equal
     */
    function isDeepEqual(lhs, rhs) {
        if (lhs === rhs) {
            return true;
        }
        if(typeof lhs === 'object' && typeof rhs === 'object' && lhs !== null && rhs !== null) {
            if(Array.isArray(lhs) && Array.isArray(rhs)) {
                // both arrays (or sequences)
                // must be the same length
                if(lhs.length !== rhs.length) {
                    return false;
                }
                // must contain same values in same order
                for(var ii = 0; ii < lhs.length; ii++) {
                    if(!isDeepEqual(lhs[ii], rhs[ii])) {
                        return false;
                    }
                }
                return true;
            }
            // both objects
            // must have the same set of keys (in any order)
            var lkeys = Object.getOwnPropertyNames(lhs);
            var rkeys = Object.getOwnPropertyNames(rhs);
            if(lkeys.length !== rkeys.length) {
                return false;
            }
            lkeys = lkeys.sort();
            rkeys = rkeys.sort();
            for(ii=0; ii < lkeys.length; ii++) {
                if(lkeys[ii] !== rkeys[ii]) {
                    return false;
                }
            }
            // must have the same values
            for(ii=0; ii < lkeys.length; ii++) {
                var key = lkeys[ii];
                if(!isDeepEqual(lhs[key], rhs[key])) {
                    return false;
                }
            }
            return true;
        }
        return false;
    }

    /**
     * @param {Object} arg - expression to test
     * @returns {boolean} - true if it is a promise
     */
    function isPromise(arg) {
        return (
            typeof arg === 'object' &&
                arg !== null &&
                'then' in arg &&
                typeof arg.then === 'function'
        );
    }

    /**
     * converts a string to an array of characters
     * @param {string} str - the input string
     * @returns {Array} - the array of characters
     */
    function stringToArray(str) {
        var arr = [];
        for (let char of str) {
            arr.push(char);
        }
        return arr;
    }

    /**
     *
     * @param {Object} arg - the object to inspect
     * @returns {Array} - the keys (property names) of the object
     */
    function keys(arg) {
        return typeof arg === 'object' && arg !== null ? Object.keys(arg) : [];
    }

    return {
        isNumeric,
        isArrayOfStrings,
        isArrayOfNumbers,
        isSequence,
        isFunction,
        isLambda,
        isIterable,
        getFunctionArity,
        isDeepEqual,
        stringToArray,
        isPromise,
        keys
    };
})();

module.exports = utils;

},{}]},{},[3])(3)
});


/***/ }),

/***/ 611:
/***/ ((module) => {

"use strict";
module.exports = require("http");

/***/ }),

/***/ 692:
/***/ ((module) => {

"use strict";
module.exports = require("https");

/***/ }),

/***/ 708:
/***/ ((module) => {

"use strict";
module.exports = require("node:https");

/***/ }),

/***/ 16:
/***/ ((module) => {

"use strict";
module.exports = require("url");

/***/ }),

/***/ 992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HttpProxyAgent: () => (/* binding */ HttpProxyAgent),
/* harmony export */   HttpsProxyAgent: () => (/* binding */ HttpsProxyAgent)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(629);


/* unused harmony default export */ var __WEBPACK_DEFAULT_EXPORT__ = ((/* unused pure expression or super */ null && (mod)));
const HttpProxyAgent = _index_js__WEBPACK_IMPORTED_MODULE_0__.HttpProxyAgent
const HttpsProxyAgent = _index_js__WEBPACK_IMPORTED_MODULE_0__.HttpsProxyAgent


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
/************************************************************************/
var __webpack_exports__ = {};
// This entry need to be wrapped in an IIFE because it need to be in strict mode.
(() => {
"use strict";

;// CONCATENATED MODULE: ./build/cli/src/vault/errors.js
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


;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = require("node:child_process");
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = require("node:net");
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = require("node:os");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
;// CONCATENATED MODULE: ./build/cli/src/cli/pipes.js





// src/cli/pipes.ts
/**
* Why this exists: a command writes into pipes, as it does without us. What Node makes are sockets: a script cannot open
* `/dev/stdout` and `/dev/stderr` on them (ENXIO), and gets another error than SIGPIPE when nobody reads any more.
*/
/** Two pipes, or none where they cannot be made: Node's own do for most commands. `path` is where programs are looked for. */
function openPipes(path) {
	if (process.platform === "win32") return void 0;
	let folder;
	try {
		folder = (0,external_node_fs_namespaceObject.mkdtempSync)((0,external_node_path_namespaceObject.join)((0,external_node_os_namespaceObject.tmpdir)(), "vault-approle-pipes-"));
		const names = [(0,external_node_path_namespaceObject.join)(folder, "stdout"), (0,external_node_path_namespaceObject.join)(folder, "stderr")];
		(0,external_node_child_process_namespaceObject.execFileSync)("mkfifo", [
			"-m",
			"600",
			...names
		], {
			env: { PATH: path },
			stdio: "ignore"
		});
		return [openPipe(names[0]), openPipe(names[1])];
	} catch {
		return;
	} finally {
		if (folder) (0,external_node_fs_namespaceObject.rmSync)(folder, {
			recursive: true,
			force: true
		});
	}
}
/** The reading end does not wait for a writer; what the command gets is a pipe like any other. */
function openPipe(name) {
	const reading = (0,external_node_fs_namespaceObject.openSync)(name, external_node_fs_namespaceObject.constants.O_RDONLY | external_node_fs_namespaceObject.constants.O_NONBLOCK);
	const end = (0,external_node_fs_namespaceObject.openSync)(name, external_node_fs_namespaceObject.constants.O_WRONLY);
	return {
		source: new external_node_net_namespaceObject.Socket({
			fd: reading,
			readable: true,
			writable: false
		}),
		end
	};
}
/** Closes our copies of what the command has. */
function closeEnds(pipes) {
	pipes.forEach(({ end }) => (0,external_node_fs_namespaceObject.closeSync)(end));
}


;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = require("node:timers/promises");
;// CONCATENATED MODULE: ./build/cli/src/cli/signals.js


// src/cli/signals.ts
/** Why this exists: an interrupted command still revokes its token, and ends as shells expect it to. */
const SIGNALS = [
	"SIGINT",
	"SIGTERM",
	"SIGHUP",
	"SIGQUIT"
];
/** They stop nobody. Unheard, the first one opens Node's debugger, in which any user of the machine can read the token. */
const NOTICES = ["SIGUSR1", "SIGUSR2"];
/** Milliseconds within which the same signal is the same wish: coreutils' `timeout` sends it to us and then to our group. */
const ONE_WISH_MS = 1e3;
/** Takes the process's signals over: from now on none ends it by itself. `now` is a clock in milliseconds. */
function takeSignals(source, now = () => performance.now()) {
	const received = [];
	const counted = /* @__PURE__ */ new Map();
	let current = () => void 0;
	let told = () => void 0;
	for (const signal of SIGNALS) source.on(signal, () => {
		if (now() - (counted.get(signal) ?? Number.NEGATIVE_INFINITY) < ONE_WISH_MS) return;
		counted.set(signal, now());
		received.push(signal);
		current(signal, received.length);
	});
	for (const notice of NOTICES) source.on(notice, () => told(notice));
	return {
		received,
		listen: (listener, notice = () => void 0) => {
			current = listener;
			told = notice;
		},
		disregard: () => {
			received.pop();
		}
	};
}
/**
* The first signal of all that have come. One that came before an answer may be told after it: on a busy machine the answer
* wakes us, and the event loop reads the signal in its next turn. That turn has ended when this settles.
*/
async function firstSoFar({ received }) {
	await (0,promises_namespaceObject.setImmediate)();
	await (0,promises_namespaceObject.setImmediate)();
	return received[0];
}
/** The work was ended by a signal before it was done. */
var Interrupted = class extends Error {
	name = "Interrupted";
	signal;
	constructor(signal) {
		super(`interrupted by ${signal} before the work was done`);
		this.signal = signal;
	}
};
/** As shells tell it: 128 and the signal's number. */
function statusOf(signal) {
	return 128 + external_node_os_namespaceObject.constants.signals[signal];
}


;// CONCATENATED MODULE: ./build/cli/src/cli/witness.js


// src/cli/witness.ts
/** Why this exists: nobody is told whom else a signal was sent to, and a command must not get it twice. */
/**
* `cat` in our process group: asked to echo, it does, unless the signal has ended it, too. A signal to a group is on its way
* to all of it when the first gets it, so no time has to pass. It knows nothing of our environment.
*/
function startWitness(path) {
	const cat = (0,external_node_child_process_namespaceObject.spawn)("cat", {
		stdio: [
			"pipe",
			"pipe",
			"ignore"
		],
		env: { PATH: path }
	});
	const ended = new Promise((resolve) => {
		cat.once("error", () => resolve(null)).once("exit", (_, signal) => resolve(signal));
	});
	cat.stdin.on("error", () => void 0);
	const echo = () => new Promise((resolve) => {
		cat.stdout.once("data", () => resolve(null));
		cat.stdin.write(".");
	});
	return {
		saw: async (signal, pid) => await Promise.race([
			ended,
			echo(),
			tooLate()
		]) === signal && isInOurGroup(pid),
		dismiss: () => cat.stdin.destroy()
	};
}
/** Milliseconds; the witness has been stopped, or whatever else keeps it from answering. */
const LONGEST_ANSWER_MS = 2e3;
function tooLate() {
	return new Promise((resolve) => setTimeout(resolve, LONGEST_ANSWER_MS, null).unref());
}
/** `timeout`, `setsid` and others leave our group. Where there is no /proc nobody knows: most programs stay in it. */
function isInOurGroup(pid) {
	try {
		return groupOf(`${pid}`) === groupOf("self");
	} catch {
		return true;
	}
}
/** The fifth field of proc(5)'s `stat`; the second is a name in brackets, which may hold anything. */
function groupOf(pid) {
	const stat = (0,external_node_fs_namespaceObject.readFileSync)(`/proc/${pid}/stat`, "utf8");
	return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[2];
}


;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = require("node:events");
;// CONCATENATED MODULE: ./build/cli/src/cli/child.js






// src/cli/child.ts
/** Why this exists: a command runs in our place: its signals, its streams and its status are as without us. */
/** The command cannot be started. The status is that of a shell: 127 not found, 126 found and no program. */
var Unstartable = class extends UsageError {
	status;
	constructor(code) {
		super([{
			name: "command",
			problem: WHY.get(code) ?? `cannot be started (${code})`
		}]);
		this.status = code === "ENOENT" ? 127 : 126;
	}
};
const WHY = /* @__PURE__ */ new Map([
	["ENOENT", "is not there: neither a file of that path, nor a program in PATH, nor what its #! line names"],
	["EACCES", "is not executable: chmod +x, or name its interpreter, as in -- sh script.sh"],
	["ENOEXEC", "is no program: begin it with a line such as #!/bin/sh, or name its interpreter"],
	["E2BIG", "gets more environment than this system allows: say file behind the largest values"],
	["EINVAL", "cannot be started without a shell: name it, as in -- cmd /c script.bat"]
]);
/** Starts the command without a shell, standard input inherited. `carry` undefined: its output is ours, unchanged. */
async function start({ file, args, env, input }, { carry, signals, isTerminal }) {
	const pipes = carry && openPipes(env.PATH);
	const stdio = carry ? [input ? "pipe" : "inherit", ...pipes?.map(({ end }) => end) ?? PIPES] : "inherit";
	const child = await launch(() => (0,external_node_child_process_namespaceObject.spawn)(file, args, {
		env,
		stdio
	})).finally(() => closeEnds(pipes ?? []));
	/** A signal that we may not send (EPERM). */
	child.on("error", () => void 0);
	leaveNoOrphan(child);
	child.stdin?.on("error", () => void 0).end(input?.reveal());
	const lost = passOn(child, {
		signals,
		isTerminal,
		path: env.PATH
	});
	const [stdout, stderr] = pipes?.map(({ source }) => source) ?? [child.stdout, child.stderr];
	const drained = carry && stdout && stderr ? drain(child, {
		stdout,
		stderr
	}, carry) : Promise.resolve();
	return {
		ended: Promise.race([endOf(child), lost]),
		drained
	};
}
const PIPES = ["pipe", "pipe"];
/** Node's own message would quote the arguments and the environment's values. */
async function launch(spawned) {
	try {
		const child = spawned();
		await (0,external_node_events_namespaceObject.once)(child, "spawn");
		return child;
	} catch (error) {
		throw new Unstartable(errorCode(error));
	}
}
/** Where we break down, nobody reads the command's output nor revokes what it uses. */
function leaveNoOrphan(child) {
	const kill = () => child.kill("SIGKILL");
	process.once("exit", kill);
	child.once("exit", () => process.off("exit", kill));
}
function endOf(child) {
	return new Promise((resolve) => {
		child.once("exit", (code, signal) => resolve(signal ? statusOf(signal) : code ?? 1));
	});
}
/** Milliseconds that a killed command has. One that has become another user, as by `sudo`, cannot be killed by us. */
const LONGEST_DEATH_MS = 1e3;
/** What a terminal's keys send, to everybody there. */
const KEYS = /* @__PURE__ */ new Set(["SIGINT", "SIGQUIT"]);
/**
* The first signal is passed on, unless it went to the whole process group, as from a terminal or a cancelled GitLab job:
* then the child has it already. The second one kills. What a terminal's keys send is the child's own business, and so is
* what stops nobody. Settles with a status when the child was killed and is not waited for any longer.
*/
function passOn(child, { signals, isTerminal, path }) {
	let witness = startWitness(path);
	const forward = async (signal) => {
		if (await witness.saw(signal, child.pid ?? 0)) witness = startWitness(path);
		else child.kill(signal);
	};
	child.once("exit", () => witness.dismiss());
	/** It came while the command was being started. */
	const [missed] = signals.received;
	if (missed) child.kill(missed);
	return new Promise((resolve) => signals.listen((signal, nth) => {
		if (isTerminal && KEYS.has(signal)) return signals.disregard();
		if (nth === 1) return void forward(signal);
		child.kill("SIGKILL");
		setTimeout(resolve, LONGEST_DEATH_MS, statusOf("SIGKILL")).unref();
	}, forward));
}
/** Milliseconds that a background process may go on writing to the command's output after its end. */
const LONGEST_ECHO_MS = 3e3;
/** A filter that breaks ends the command: nobody would see what it prints, or everybody. */
function drain(child, { stdout, stderr }, carry) {
	child.once("exit", () => [stdout, stderr].forEach(closeSoon));
	const drained = Promise.all([carry(stdout, "stdout"), carry(stderr, "stderr")]).then(() => void 0);
	drained.catch(() => child.kill("SIGKILL"));
	return drained;
}
/** Bytes that a pipe holds at most, unless root made it larger (pipe(7), `pipe-max-size`). */
const FULLEST_PIPE = 1048576;
/**
* Somebody who reads slowly still gets everything: what waits for them is paused, not idle. Of a background process that
* goes on, they get what it has written until then: as much as a pipe can hold.
*/
function closeSoon(stream) {
	if (stream.closed) return;
	let left = Number.POSITIVE_INFINITY;
	const look = () => {
		left = Math.min(left, FULLEST_PIPE);
		if (stream.isPaused()) return;
		const before = left;
		/** What is in the pipe by now is read before this. */
		setImmediate(() => {
			if (left === before) stream.destroy();
		});
	};
	stream.on("data", ({ length }) => {
		left -= length;
		if (left <= 0) stream.destroy();
	});
	const timer = setInterval(look, LONGEST_ECHO_MS);
	stream.once("close", () => clearInterval(timer));
}


;// CONCATENATED MODULE: ./build/cli/packages/lossless-json/lib/esm/utils.js
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


;// CONCATENATED MODULE: ./build/cli/packages/lossless-json/lib/esm/LosslessNumber.js

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


;// CONCATENATED MODULE: ./build/cli/packages/lossless-json/lib/esm/numberParsers.js

// node_modules/lossless-json/lib/esm/numberParsers.js
function parseLosslessNumber(value) {
	return new LosslessNumber(value);
}


;// CONCATENATED MODULE: ./build/cli/packages/lossless-json/lib/esm/revive.js

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


;// CONCATENATED MODULE: ./build/cli/packages/lossless-json/lib/esm/parse.js


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


;// CONCATENATED MODULE: ./build/cli/packages/lossless-json/lib/esm/stringify.js


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


;// CONCATENATED MODULE: ./build/cli/src/vault/json.js



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


;// CONCATENATED MODULE: ./build/cli/src/vault/paths.js
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


;// CONCATENATED MODULE: ./build/cli/src/secrets/certificates.js


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
		const parameters = jsonObject(parseJson(json ?? ""));
		at += json?.length ?? 0;
		const parsed = parsePath(path, { literal: false });
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


;// CONCATENATED MODULE: ./build/cli/src/config/addresses.js
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


;// CONCATENATED MODULE: ./build/cli/src/secret.js
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


;// CONCATENATED MODULE: ./build/cli/src/vault/tls.js
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


;// CONCATENATED MODULE: ./build/cli/src/config/certificates.js



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
			key: key === void 0 ? void 0 : new Secret(key),
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
		const pem = readPem(raw[name], readFile);
		if (pem && (part === "key" || certificates(pem, crypto()))) return {
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
				problem: `is neither PEM nor base64 of PEM nor a file that can be read (${errorCode(error)})`
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
	const wrong = cert && key ? keyProblem({
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


;// CONCATENATED MODULE: ./build/cli/src/config/files.js

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
		return { problem: `${told} cannot be read (${errorCode(error)})` };
	}
}


;// CONCATENATED MODULE: ./build/cli/src/config/credentials.js



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
			token: new Secret(token)
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
			roleId: new Secret(roleId.text),
			roleName,
			secretId
		},
		problems: []
	};
}
/** `x`, `/x/`, `auth/x` and `auth/x/login` are the same mount. */
function readMount(path) {
	const wrong = path === "" ? void 0 : pathProblem(path);
	const mount = trimSlashes(path).replace(/^auth\//, "").replace(/\/login$/, "");
	if (mount === "") return { mount: "approle" };
	return wrong ? problem("path", `${wrong}: give the mount of the auth method, such as approle`) : { mount: escapePath(mount) };
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
		secretId: new Secret(text)
	};
	if (!isHeaderSafe(text)) return problem("wrappedSecretId", UNPRINTABLE);
	return {
		kind: "wrapped",
		wrappingToken: new Secret(text)
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


;// CONCATENATED MODULE: ./build/cli/src/secrets/lexer.js
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


;// CONCATENATED MODULE: ./build/cli/src/secrets/letters.js
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


;// CONCATENATED MODULE: ./build/cli/src/secrets/modifiers.js


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
		const problem = token.kind === "word" ? modifiers_problemOf(word, text, earlier) : `unexpected "${token.text}"`;
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
		text: unquoted(text) ?? text
	};
}
function modifiers_problemOf(word, text, earlier) {
	if (!Object.hasOwn(KNOWN, word)) return `unknown modifier "${word}": did you mean ${nearest(word)}?`;
	if (earlier.includes(word)) return `"${word}" is there twice`;
	const other = EXCLUSIVE.find((group) => group.includes(word))?.find((one) => earlier.includes(one));
	if (other) return `"${word}" and "${other}" exclude each other`;
	return word === "file=" ? fileNameProblem(text ?? "") : void 0;
}
const FILE_NAME = overLetters(String.raw`^[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,127}$`);
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


;// CONCATENATED MODULE: ./build/cli/src/secrets/selectors.js


// src/secrets/selectors.ts
/** Why this exists: the word after a path says which of the secret's fields are meant, in one of five ways. */
/** Letters, digits and what else field names are made of, with stars. */
const GLOB = overLetters(String.raw`^[\p{L}\p{N}_.:@/+\-]*\*[\p{L}\p{N}_.:@/+*\-]*$`);
const STEP = String.raw`(?:${"\"[^\"]+\"|'[^']+'|`[^`]+`"}|[\p{L}\p{N}_-]+)(?:\[\d{1,9}\])*`;
const STEPS = overLetters(STEP, "g");
const NESTED = overLetters(String.raw`^${STEP}(?:\.${STEP})*$`);
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
		return [unquoted(name) ?? name, ...indices];
	});
}


;// CONCATENATED MODULE: ./build/cli/src/secrets/grammar.js




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
	const results = statements(lex(text)).map((statement) => parseEntry(statement, origin));
	return {
		entries: results.flatMap(({ entries }) => entries),
		mistakes: results.flatMap(({ mistakes }) => mistakes)
	};
}
/** Whether an entry may give several values, so that its name is a prefix. */
function givesMany({ selector, folder }) {
	return folder !== void 0 || selector.kind === "all" || selector.kind === "glob";
}
/** For messages: `line 3`, or `secretsFile line 3`. */
function grammar_placeOf({ line, origin }) {
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
	const { modifiers, mistakes } = parseModifiers(rest);
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
	if (quoted !== void 0) return parsePath(quoted, { literal: true });
	if (/["'`]/.test(text)) return { problem: "a path is quoted as a whole or not at all" };
	return parsePath(text, { literal: false });
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


;// CONCATENATED MODULE: ./build/cli/src/config/entries.js


// src/config/entries.ts
/** Why this exists: the entries of the `secrets` input and of the file that `secretsFile` names, with all mistakes. */
/** Both may be given; the file's entries come last. */
function readEntries({ secrets, secretsFile }, readFile) {
	const inline = parseSecrets(secrets, "secrets");
	const file = secretsFile === "" ? { text: "" } : readText(secretsFile, readFile);
	const more = parseSecrets("text" in file ? file.text : "", "secretsFile");
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


;// CONCATENATED MODULE: ./build/cli/packages/zod/v4/core/util.js
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
function util_isObject(data) {
	return typeof data === "object" && data !== null && !Array.isArray(data);
}
function isPlainObject(o) {
	if (util_isObject(o) === false) return false;
	const ctor = o.constructor;
	if (ctor === void 0) return true;
	if (typeof ctor !== "function") return true;
	const prot = ctor.prototype;
	if (util_isObject(prot) === false) return false;
	if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) return false;
	return true;
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


;// CONCATENATED MODULE: ./build/cli/packages/zod/v4/core/core.js

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
				members(target, protoMembers);
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


;// CONCATENATED MODULE: ./build/cli/packages/zod/v4/core/errors.js


// node_modules/zod/v4/core/errors.js
function _getMessage() {
	const internals = this._zod;
	internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
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
const $ZodRealError = /* @__PURE__ */ $constructor("$ZodError", initializer, void 0, { Parent: Error });


;// CONCATENATED MODULE: ./build/cli/packages/zod/v4/core/parse.js



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
		if (result instanceof Promise) throw new $ZodAsyncError();
		if (result.issues.length) {
			const e = new ((_params?.Err) ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
			captureStackTrace(e, _params?.callee ?? fn);
			throw e;
		}
		return result.value;
	};
	return fn;
};
const parse_parse = /* @__PURE__*/ _parse($ZodRealError);
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
			const e = new ((params?.Err) ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
			captureStackTrace(e, params?.callee ?? fn);
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
	if (result instanceof Promise) throw new $ZodAsyncError();
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
				error = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
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


;// CONCATENATED MODULE: ./build/cli/packages/zod/v4/core/regexes.js
// node_modules/zod/v4/core/regexes.js
const anyString = /^[\s\S]{0,}$/;
const number = /^-?\d+(?:\.\d+)?$/;
const regexes_boolean = /^(?:true|false)$/i;


;// CONCATENATED MODULE: ./build/cli/packages/zod/v4/core/versions.js
// node_modules/zod/v4/core/versions.js
const version = {
	major: 4,
	minor: 6,
	patch: 7
};


;// CONCATENATED MODULE: ./build/cli/packages/zod/v4/core/schemas.js




// node_modules/zod/v4/core/schemas.js
const $ZodType = /*@__PURE__*/ $constructor("$ZodType", (inst, def) => {
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
			let isAborted = aborted(payload);
			let asyncResult;
			for (const ch of checks) {
				if (ch._zod.def.when) {
					if (explicitlyAborted(payload)) continue;
					if (!ch._zod.def.when(payload)) continue;
				} else if (isAborted) continue;
				const currLen = payload.issues.length;
				const _ = ch._zod.check(payload);
				if (_ instanceof Promise && ctx?.async === false) throw new $ZodAsyncError();
				if (asyncResult || _ instanceof Promise) asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
					await _;
					if (payload.issues.length === currLen) return;
					attachSchema(payload.issues, currLen, inst);
					if (!isAborted) isAborted = aborted(payload, currLen);
				});
				else {
					if (payload.issues.length === currLen) continue;
					attachSchema(payload.issues, currLen, inst);
					if (!isAborted) isAborted = aborted(payload, currLen);
				}
			}
			if (asyncResult) return asyncResult.then(() => {
				return payload;
			});
			return payload;
		};
		const handleCanaryResult = (canary, payload, ctx) => {
			if (aborted(canary)) {
				canary.aborted = true;
				return canary;
			}
			const checkResult = runChecks(payload, checks, ctx);
			if (checkResult instanceof Promise) {
				if (ctx.async === false) throw new $ZodAsyncError();
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
				if (ctx.async === false) throw new $ZodAsyncError();
				return result.then((result) => runChecks(result, checks, ctx));
			}
			return runChecks(result, checks, ctx);
		};
	}
}, {
	get "~standard"() {
		return hide(this, "~standard", standardProps(this));
	},
	set "~standard"(value) {
		own(this, "~standard", value);
	}
});
/** The Standard Schema surface for `inst`. Shared so wrappers can extend it without forcing it. */
const toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
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
const $ZodString = /*@__PURE__*/ $constructor("$ZodString", (inst, def) => {
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
const $ZodBoolean = /*@__PURE__*/ $constructor("$ZodBoolean", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = regexes_boolean;
	inst._zod.parse = (payload, _ctx) => {
		if (def.coerce) try {
			payload.value = Boolean(payload.value);
		} catch (_) {}
		const input = payload.value;
		if (typeof input === "boolean") return payload;
		payload.issues.push({
			expected: "boolean",
			code: "invalid_type",
			input,
			inst
		});
		return payload;
	};
});
const $ZodUnknown = /*@__PURE__*/ $constructor("$ZodUnknown", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload) => payload;
});
function capSize(inst, size) {
	const caps = sizeCaps(inst._zod.def.checks);
	if (!caps.length) return;
	const cap = Math.min(...caps.map((c) => c[0]));
	const parse = inst._zod.parse;
	inst._zod.parse = (payload, ctx) => {
		const n = size(payload.value);
		if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
			for (const [max, ch] of sizeCaps(inst._zod.def.checks)) if (n > max && ch._zod.def.when(payload)) {
				const start = payload.issues.length;
				ch._zod.check(payload);
				payload.issues[start].continue = false;
				attachSchema(payload.issues, start, inst);
				return payload;
			}
		}
		return parse(payload, ctx);
	};
}
const arraySize = (input) => Array.isArray(input) ? input.length : -1;
function handleArrayResult(result, final, index) {
	if (result.issues.length) final.issues.push(...prefixIssues(index, result.issues));
	final.value[index] = result.value;
}
const $ZodArray = /*@__PURE__*/ $constructor("$ZodArray", (inst, def) => {
	$ZodType.init(inst, def);
	const memo = globalConfig.memoizer;
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
				if (abortEarly && result.issues.length !== 0 && aborted(result)) break;
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
		final.issues.push(...prefixIssues(key, result.issues));
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
	const okeys = optionalKeys(def.shape);
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
			if (aborted(payload, seen)) break;
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
const $ZodObject = /*@__PURE__*/ $constructor("$ZodObject", (inst, def) => {
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
	const _normalized = cached(() => normalizeDef(def));
	defineLazyInternal(inst, "propValues", (zod) => {
		const shape = zod.def.shape;
		const propValues = {};
		for (const key in shape) {
			const field = shape[key]._zod;
			if (field.values) {
				if (!Object.prototype.hasOwnProperty.call(propValues, key)) assignProp(propValues, key, /* @__PURE__ */ new Set());
				for (const v of field.values) propValues[key].add(v);
				if (field.optin !== void 0) propValues[key].add(void 0);
			}
		}
		return propValues;
	});
	const isObject$1 = util_isObject;
	const catchall = def.catchall;
	let value;
	const memo = globalConfig.memoizer;
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
				if (aborted(payload, seen)) break;
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
const $ZodRecord = /*@__PURE__*/ $constructor("$ZodRecord", (inst, def) => {
	$ZodType.init(inst, def);
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!isPlainObject(input)) {
			payload.issues.push({
				expected: "record",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		const proms = [];
		const values = def.keyType._zod.values;
		if (values && !def.partial) {
			payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
			const recordKeys = /* @__PURE__ */ new Set();
			for (const key of values) if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
				recordKeys.add(typeof key === "number" ? key.toString() : key);
				if (key === "__proto__") continue;
				const keyResult = def.keyType._zod.run({
					value: key,
					issues: []
				}, ctx);
				if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
				if (keyResult.issues.length) {
					payload.issues.push({
						code: "invalid_key",
						origin: "record",
						issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
						input: key,
						path: [key],
						inst
					});
					continue;
				}
				const outKey = keyResult.value;
				if (outKey === "__proto__") continue;
				const result = def.valueType._zod.run({
					value: input[key],
					issues: []
				}, ctx);
				if (result instanceof Promise) proms.push(result.then((result) => {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}));
				else {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}
			}
			let unrecognized;
			for (const key in input) if (!recordKeys.has(key)) {
				if (def.mode === "loose") {
					if (key === "__proto__") continue;
					payload.value[key] = input[key];
				} else {
					unrecognized = unrecognized ?? [];
					unrecognized.push(key);
				}
			}
			if (unrecognized && unrecognized.length > 0) payload.issues.push({
				code: "unrecognized_keys",
				input,
				inst,
				keys: unrecognized,
				continue: true
			});
		} else {
			payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
			let unrecognized;
			for (const key of Reflect.ownKeys(input)) {
				if (key === "__proto__") continue;
				if (!Object.prototype.propertyIsEnumerable.call(input, key)) continue;
				let keyResult = def.keyType._zod.run({
					value: key,
					issues: []
				}, ctx);
				if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
				if (typeof key === "string" && number.test(key) && keyResult.issues.length) {
					const retryResult = def.keyType._zod.run({
						value: Number(key),
						issues: []
					}, ctx);
					if (retryResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
					if (retryResult.issues.length === 0) keyResult = retryResult;
				}
				if (keyResult.issues.length) {
					if (def.mode === "loose") payload.value[key] = input[key];
					else if (values) {
						unrecognized = unrecognized ?? [];
						unrecognized.push(key);
					} else payload.issues.push({
						code: "invalid_key",
						origin: "record",
						issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
						input: key,
						path: [key],
						inst
					});
					continue;
				}
				const outKey = keyResult.value;
				if (outKey === "__proto__") continue;
				const result = def.valueType._zod.run({
					value: input[key],
					issues: []
				}, ctx);
				if (result instanceof Promise) proms.push(result.then((result) => {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}));
				else {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}
			}
			if (unrecognized && unrecognized.length > 0) payload.issues.push({
				code: "unrecognized_keys",
				input,
				inst,
				keys: unrecognized,
				continue: true
			});
		}
		if (proms.length) return Promise.all(proms).then(() => payload);
		return payload;
	};
});
const $ZodTransform = /*@__PURE__*/ $constructor("$ZodTransform", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "optional";
	globalConfig.memoizer?.guard(inst);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") throw new $ZodEncodeError(inst.constructor.name);
		const _out = def.transform(payload.value, payload);
		if (ctx.async) return (_out instanceof Promise ? _out : Promise.resolve(_out)).then((output) => {
			payload.value = output;
			return payload;
		});
		if (_out instanceof Promise) throw new $ZodAsyncError();
		payload.value = _out;
		return payload;
	};
});
function handleOptionalResult(payload, result) {
	payload.value = result.issues.length ? void 0 : result.value;
	return payload;
}
const $ZodOptional = /*@__PURE__*/ $constructor("$ZodOptional", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
	inst._zod.optout = "optional";
	defineLazyInternal(inst, "values", (zod) => {
		const values = zod.def.innerType._zod.values;
		return values ? /* @__PURE__ */ new Set([...values, void 0]) : void 0;
	});
	defineLazyInternal(inst, "pattern", (zod) => {
		const pattern = zod.def.innerType._zod.pattern;
		return pattern ? new RegExp(`^(${cleanRegex(pattern.source)})?$`) : void 0;
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
const $ZodNullable = /*@__PURE__*/ $constructor("$ZodNullable", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
	defineLazyInternal(inst, "pattern", (zod) => {
		const pattern = zod.def.innerType._zod.pattern;
		return pattern ? new RegExp(`^(${cleanRegex(pattern.source)}|null)$`) : void 0;
	});
	defineLazyInternal(inst, "values", (zod) => {
		return zod.def.innerType._zod.values ? /* @__PURE__ */ new Set([...zod.def.innerType._zod.values, null]) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		if (payload.value === null) return payload;
		return def.innerType._zod.run(payload, ctx);
	};
});


;// CONCATENATED MODULE: ./build/cli/packages/zod/v4/core/checks.js


// node_modules/zod/v4/core/checks.js
const $ZodCheck = /*@__PURE__*/ $constructor("$ZodCheck", (inst, def) => {
	var _a;
	inst._zod ?? (inst._zod = {});
	inst._zod.def = def;
	(_a = inst._zod).onattach ?? (_a.onattach = []);
});
/** Default `when` for length-based checks: run only on non-nullish values with a `length`. */
const _whenHasLength = (payload) => {
	const val = payload.value;
	return !nullish(val) && val.length !== void 0;
};
const $ZodCheckMinLength = /*@__PURE__*/ $constructor("$ZodCheckMinLength", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		if ((typeof input === "string" && units >= def.minimum && units < def.minimum * 2 ? codePointLength(input) : units) >= def.minimum) return;
		const origin = getLengthableOrigin(input);
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


;// CONCATENATED MODULE: ./build/cli/packages/zod/v4/core/api.js


// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
	if (def.checks) def.checks = [...def.checks];
	return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class, params) {
	return new Class(snapshotChecks({
		type: "string",
		...normalizeParams(params)
	}));
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class, params) {
	return new Class({
		type: "boolean",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class) {
	return new Class({ type: "unknown" });
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
	return new $ZodCheckMinLength({
		check: "min_length",
		...normalizeParams(params),
		minimum
	});
}


;// CONCATENATED MODULE: ./build/cli/packages/zod/v4/mini/schemas.js





// node_modules/zod/v4/mini/schemas.js
const ZodMiniType = /*@__PURE__*/ $constructor("ZodMiniType", (inst, def) => {
	if (!inst._zod) throw new Error("Uninitialized schema in ZodMiniType.");
	$ZodType.init(inst, def);
	inst.def = def;
	inst.type = def.type;
}, {
	get with() {
		return this.check;
	},
	set with(value) {
		own(this, "with", value);
	},
	parse(data, params) {
		return parse_parse(this, data, params, { callee: this.parse });
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
		return clone(this, _def, params);
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
const ZodMiniString = /*@__PURE__*/ $constructor("ZodMiniString", (inst, def) => {
	$ZodString.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function string(params) {
	return _string(ZodMiniString, params);
}
const ZodMiniBoolean = /*@__PURE__*/ $constructor("ZodMiniBoolean", (inst, def) => {
	$ZodBoolean.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function schemas_boolean(params) {
	return _boolean(ZodMiniBoolean, params);
}
const ZodMiniUnknown = /*@__PURE__*/ $constructor("ZodMiniUnknown", (inst, def) => {
	$ZodUnknown.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function unknown() {
	return _unknown(ZodMiniUnknown);
}
const ZodMiniArray = /*@__PURE__*/ $constructor("ZodMiniArray", (inst, def) => {
	$ZodArray.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function array(element, params) {
	return new ZodMiniArray({
		type: "array",
		element,
		...normalizeParams(params)
	});
}
const ZodMiniObject = /*@__PURE__*/ $constructor("ZodMiniObject", (inst, def) => {
	$ZodObject.init(inst, def);
	ZodMiniType.init(inst, def);
	installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
});
// @__NO_SIDE_EFFECTS__
function object(shape, params) {
	const def = {
		type: "object",
		shape: shape ?? {},
		...normalizeParams(params)
	};
	return new ZodMiniObject(def);
}
const ZodMiniRecord = /*@__PURE__*/ $constructor("ZodMiniRecord", (inst, def) => {
	$ZodRecord.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function record(keyType, valueType, params) {
	if (!valueType || !valueType._zod) return new ZodMiniRecord({
		type: "record",
		keyType: /* @__PURE__ */ string(),
		valueType: keyType,
		...normalizeParams(valueType)
	});
	return new ZodMiniRecord({
		type: "record",
		keyType,
		valueType,
		...normalizeParams(params)
	});
}
const ZodMiniTransform = /*@__PURE__*/ $constructor("ZodMiniTransform", (inst, def) => {
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
const ZodMiniOptional = /*@__PURE__*/ $constructor("ZodMiniOptional", (inst, def) => {
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
const ZodMiniNullable = /*@__PURE__*/ $constructor("ZodMiniNullable", (inst, def) => {
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
function schemas_nullish(innerType) {
	return /* @__PURE__ */ optional(/* @__PURE__ */ nullable(innerType));
}


;// CONCATENATED MODULE: ./build/cli/src/config/fields.js


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
config({ jitless: true });
const FIELDS = object({
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
	return transform((text, context) => {
		const value = parse(text);
		if (value !== void 0) return value;
		context.issues.push({
			code: "custom",
			message: problem(text),
			input: text
		});
		return NEVER;
	});
}


;// CONCATENATED MODULE: ./build/cli/src/config/headers.js

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
		headers: Object.fromEntries([...values].map(([name, value]) => [name, new Secret(value)])),
		problems
	};
}


;// CONCATENATED MODULE: ./build/cli/src/config/config.js









// src/config/config.ts
/** The configuration. Throws a `UsageError` with every problem of every input, or of the variable that stands in for it. */
function readConfig(raw, machine, variables) {
	const { config, problems } = readParts(raw, machine);
	if (problems.length === 0 && config) return config;
	throw new UsageError(problems.map((one) => renamed(one, variables ?? /* @__PURE__ */ new Map())));
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
	return trimSlashes(namespace) || void 0;
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


;// CONCATENATED MODULE: ./build/cli/src/platform/surroundings.js
// src/platform/surroundings.ts
/** What makes a safe run impossible: with NODE_DEBUG, Node prints request headers. */
function debugProblems(env) {
	return env.NODE_DEBUG ? [{
		name: "NODE_DEBUG",
		problem: NODE_DEBUG
	}] : [];
}
const NODE_DEBUG = "is set: Node.js would print request headers, with the token in them; unset it for this step";


;// CONCATENATED MODULE: ./build/cli/packages/@actions/http-client/lib/proxy.js
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


;// CONCATENATED MODULE: ./build/cli/src/vault/proxy.js



// src/vault/proxy.ts
/** Why this exists: which proxy a request goes through is decided once, in main; post does the same from its state. */
/**
* The proxy for an address by `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` (either case), by the rules of every other
* action; loopback addresses have none. Credentials in it are secret (rule R20). Throws a `UsageError` for one that is no
* http(s) proxy: without it, requests would go where nobody wants them. `env` is the process's, which the library reads.
*/
function proxyFor(base, env) {
	const url = new URL(base);
	if (checkBypass(url)) return void 0;
	const lower = url.protocol === "https:" ? "https_proxy" : "http_proxy";
	const name = [lower, lower.toUpperCase()].find((one) => env[one]);
	if (!name) return void 0;
	const address = addressIn(env[name] ?? "");
	if (address) return new Secret(address);
	throw new UsageError([{
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
	return password === "" ? void 0 : new Secret(decodeURIComponent(password));
}


;// CONCATENATED MODULE: ./build/cli/src/config/inputs.js
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


;// CONCATENATED MODULE: ./build/cli/src/cli/flags.js

// src/cli/flags.ts
/** Why this exists: which flags there are, and which of them also come from the environment. No secret is in any. */
/** Inputs about what a runner does with values: a command says that by itself. */
const OF_THE_ACTION = [
	"exportEnv",
	"exportToken",
	"outputToken",
	"revoke",
	"summary"
];
/** Every process of the machine can read an argument, so these have no flag (rule R4). */
const SECRET_INPUTS = [
	"secretId",
	"wrappedSecretId",
	"token",
	"extraHeaders"
];
/** Inputs that may also be in a variable or a file that a flag names. */
const CREDENTIALS = ["roleId", ...SECRET_INPUTS];
/** The inputs that have a flag of their own. */
const PLAIN_INPUTS = INPUTS.filter((name) => !OF_THE_ACTION.includes(name) && !isSecret(name));
function isSecret(name) {
	return SECRET_INPUTS.some((secret) => secret === name);
}
/** `secretIdFile` becomes `secret-id-file`. */
function kebab(name) {
	return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
/** Of the variables that stand for flags: `VAULT_APPROLE_SECRET_ID_FILE` for `--secret-id-file`. */
const PREFIX = "VAULT_APPROLE_";
/** `secret-id` becomes `SECRET_ID`. */
function snake(flag) {
	return flag.toUpperCase().replaceAll("-", "_");
}
const SWITCHES = ["ignoreNotFound", "tlsSkipVerify"];
/** The flags that every command has which logs in. */
const INPUT_FLAGS = new Map([...PLAIN_INPUTS.map((name) => [kebab(name), SWITCHES.includes(name) ? "switch" : "text"]), ...CREDENTIALS.flatMap((name) => [[`${kebab(name)}-file`, "text"], [`${kebab(name)}-variable`, "text"]])]);
/** What the inputs are called here that have no flag of their own name. */
const OTHERWISE = {
	secretId: "VAULT_SECRET_ID",
	wrappedSecretId: "VAULT_WRAPPED_SECRET_ID",
	token: "--token-file",
	extraHeaders: "--extra-headers-file",
	exportToken: "--token-env"
};
/** What an input is called on this command line; one that it does not have keeps its name. */
function spelling(name) {
	const input = INPUTS.find((one) => one === name);
	if (!input) return name;
	return OTHERWISE[input] ?? (PLAIN_INPUTS.includes(input) ? `--${kebab(input)}` : input);
}
/** A text of ours that names inputs as the action does, in the words of this command line. Switches take no value here. */
function spelled(text) {
	return text.replace(SWITCHED_ON, (_, name) => spelling(name)).replace(CAMEL, (name) => spelling(name));
}
const SWITCHED_ON = new RegExp(`\\b(${SWITCHES.join("|")}): true\\b`, "g");
/** A name that is one plain word could be the word alone. */
const CAMEL = new RegExp(`\\b(?:${INPUTS.filter((name) => /[A-Z]/.test(name)).join("|")})\\b`, "g");


;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = require("node:util");
;// CONCATENATED MODULE: ./build/cli/src/cli/args.js


// src/cli/args.ts
/** Why this exists: the arguments of a command, completed from the environment, or everything that is wrong with them. */
/**
* Reads the arguments behind a command's name. A flag wins over its variable `VAULT_APPROLE_\u2026`. No value of an argument is
* ever told: it may be a secret that should not be there.
*/
function readArguments(argv, known, env) {
	const end = argv.indexOf("--");
	const given = readFlags(end < 0 ? argv : argv.slice(0, end), known.flags);
	const surrounding = readVariables(known, env);
	return {
		flags: new Map([...surrounding.flags, ...given.flags]),
		rest: end < 0 ? [] : argv.slice(end + 1),
		problems: [...given.problems, ...surrounding.problems]
	};
}
function readFlags(args, known) {
	const options = Object.fromEntries([...known].map(([name, kind]) => [name, kind === "switch" ? { type: "boolean" } : { type: "string" }]));
	const bare = args.filter((arg, at) => lacksValue(arg, args[at + 1], known));
	const { tokens } = (0,external_node_util_namespaceObject.parseArgs)({
		args: args.filter((arg) => !bare.includes(arg)),
		options,
		strict: false,
		allowPositionals: true,
		tokens: true
	});
	const flags = /* @__PURE__ */ new Map();
	const problems = tokens.flatMap((token) => {
		if (token.kind !== "option") return [];
		const { name, value, rawName } = token;
		if (!rawName.startsWith("--")) return [SHORT];
		const problem = flagProblem(name, value, known) ?? (flags.has(name) ? "is given twice" : void 0);
		if (problem) return [{
			name: rawName,
			problem
		}];
		flags.set(name, value ?? "true");
		return [];
	});
	problems.unshift(...bare.map((name) => ({
		name,
		problem: "needs a value"
	})));
	return {
		flags,
		problems: tokens.some(({ kind }) => kind === "positional") && problems.length === 0 ? [STRAY] : [...new Set(problems)]
	};
}
/** In `--path --url x` the second is a flag, too: a value that begins so is written `--path=--url`. */
function lacksValue(arg, next, known) {
	return arg.startsWith("--") && /text|argument/.test(known.get(arg.slice(2)) ?? "") && (next === void 0 || next.startsWith("--"));
}
/** Such an argument is taken apart into letters, which together may be a secret. */
const SHORT = {
	name: "arguments",
	problem: "there is one with a single dash: all flags begin with --"
};
const STRAY = {
	name: "arguments",
	problem: "there is one that belongs to no flag: a text with blanks needs quotes, and a command to run goes behind --"
};
function flagProblem(name, value, known) {
	const kind = known.get(name);
	if (!kind) return secretProblem(name) ?? `is no flag of this command${suggestion(name, known)}`;
	return kind === "switch" && value !== void 0 ? "is a switch and takes no value" : void 0;
}
/** Other processes see arguments, and logs quote them. */
function secretProblem(name) {
	const ways = secretWays(name);
	return ways && `would be a secret in an argument, which every process of this machine can read: give ${ways}. Replace the secret if it was real`;
}
/** How to hand over a secret whose flag this would be. */
function secretWays(name) {
	const input = SECRET_INPUTS.find((secret) => kebab(secret) === name);
	if (!input) return void 0;
	return `${input === "extraHeaders" ? "" : `VAULT_${snake(name)}, `}--${name}-file FILE (- is standard input) or --${name}-variable NAME`;
}
function suggestion(name, known) {
	const plain = name.replace(/[-_]/g, "").toLowerCase();
	const meant = [...known.keys()].find((one) => one.replaceAll("-", "") === plain);
	return meant ? `: did you mean --${meant}?` : ", see --help";
}
/** Almost every flag can be a variable, so that CI systems need no quoting. One that means nothing is a mistake like any other. */
function readVariables({ flags: known, all }, env) {
	const flags = /* @__PURE__ */ new Map();
	return {
		flags,
		problems: Object.entries(env).filter(([name, value]) => name.startsWith("VAULT_APPROLE_") && value).flatMap(([name, value = ""]) => {
			const flag = name.slice(PREFIX.length).toLowerCase().replaceAll("_", "-");
			const kind = known.get(flag);
			const problem = variableProblem(flag, value, {
				kind,
				all
			});
			if (problem) return [{
				name,
				problem
			}];
			if (kind === "text") flags.set(flag, value);
			if (kind === "switch" && isOn(value)) flags.set(flag, "true");
			return [];
		})
	};
}
function variableProblem(flag, value, { kind, all }) {
	if (kind === "switch") return switchProblem(value);
	if (kind === "text" || all.has(flag)) return void 0;
	return kind === "argument" ? `is not read: give --${flag}` : strangeProblem(flag);
}
function isOn(value) {
	return /^true$/i.test(value);
}
function switchProblem(value) {
	return /^(true|false)$/i.test(value) ? void 0 : "is a switch: true or false";
}
function strangeProblem(flag) {
	const ways = secretWays(flag);
	return ways ? `is not read: give ${ways}` : "stands for no flag, see --help";
}


;// CONCATENATED MODULE: ./build/cli/src/secrets/forms.js
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


;// CONCATENATED MODULE: ./build/cli/src/secrets/parts.js

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
	return [...text.matchAll(JSON_STRING)].filter(([, colon]) => colon === void 0).map(([literal]) => parseJson(literal)).filter((leaf) => typeof leaf === "string").flatMap((leaf) => [leaf, ...leaves(leaf)]);
}


;// CONCATENATED MODULE: ./build/cli/src/secrets/masks.js


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


;// CONCATENATED MODULE: ./build/cli/src/vault/token.js

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


// EXTERNAL MODULE: external "http"
var external_http_ = __nccwpck_require__(611);
var external_http_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_http_, 2);
;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = require("node:http");
var external_node_http_namespaceObject_0 = /*#__PURE__*/__nccwpck_require__.t(external_node_http_namespaceObject, 2);
;// CONCATENATED MODULE: ./build/cli/packages/@actions/http-client/lib/index.js





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


;// CONCATENATED MODULE: ./build/cli/src/vault/answer.js

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


;// CONCATENATED MODULE: ./build/cli/src/vault/cancellation.js

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


;// CONCATENATED MODULE: ./build/cli/src/vault/hints.js
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


;// CONCATENATED MODULE: ./build/cli/src/vault/retry.js
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


;// CONCATENATED MODULE: ./build/cli/src/vault/diagnosis.js


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


;// CONCATENATED MODULE: ./build/cli/src/vault/outage.js
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


;// CONCATENATED MODULE: ./build/cli/src/vault/request.js


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


;// CONCATENATED MODULE: ./build/cli/src/vault/attempt.js








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


;// CONCATENATED MODULE: ./build/cli/src/vault/health.js
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


;// CONCATENATED MODULE: ./build/cli/src/vault/ask.js




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


;// CONCATENATED MODULE: ./build/cli/src/vault/connections.js



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
		const { HttpProxyAgent, HttpsProxyAgent } = await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 992));
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
	const { Agent: Agent$1 } = await Promise.resolve(/* import() eager */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 708, 19));
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


;// CONCATENATED MODULE: ./build/cli/src/vault/nodes.js

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


;// CONCATENATED MODULE: ./build/cli/src/vault/transport.js




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


;// CONCATENATED MODULE: ./build/cli/src/secrets/plan.js
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


;// CONCATENATED MODULE: ./build/cli/src/vault/kv.js





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
	throw new VaultError({
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
			const keys = jsonObject(data)?.keys;
			return Array.isArray(keys) ? keys.filter((key) => typeof key === "string") : void 0;
		}
	});
}
function decode(answer) {
	const data = jsonObject(answer.data);
	const metadata = data && versionMetadata(data);
	if (answer.status === 404) return gone(answer, metadata);
	const fields = metadata ? jsonObject(data?.data) : data;
	if (!fields) return void 0;
	return {
		fields: new Map(Object.entries(fields).map(([name, value]) => [name, new Secret(jsonText(value))])),
		reveal: () => fields,
		version: jsonNumber(metadata?.version),
		leased: answer.leaseId !== "",
		leaseDuration: answer.leaseId === "" ? 0 : answer.leaseDuration
	};
}
/** The metadata of a KV v2 answer. A KV v1 secret may have fields of the same names, but not this whole shape. */
function versionMetadata(data) {
	const metadata = jsonObject(data.metadata);
	const isVersioned = metadata && "created_time" in metadata && "destroyed" in metadata && jsonNumber(metadata.version) !== void 0;
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
		gone: `version ${jsonNumber(metadata.version)} was ${metadata.destroyed === true ? `destroyed; it was written at ${jsonText(metadata.created_time)}` : `deleted at ${jsonText(metadata.deletion_time)}`}`,
		errors: said,
		status
	};
}


;// CONCATENATED MODULE: ./build/cli/src/vault/parallel.js
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


;// CONCATENATED MODULE: ./build/cli/src/vault/mounts.js




// src/vault/mounts.ts
/**
* Why this exists: a path as `vault kv get` takes it becomes an API path, by asking which engine is mounted there.
* The endpoint is the one that the official CLI asks; it needs no policy and uses up no use of the token.
*/
/** Made when it is needed: most jobs do without. */
const mountSchema = () => object({
	path: string(),
	type: string(),
	options: schemas_nullish(object({ version: optional(unknown()) }))
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
	const status = error instanceof VaultError ? error.refusal.status : statusOfPage(error);
	return status !== void 0 && status < 500 && status !== 412 && status !== 429;
}
function isDenied(error) {
	return error instanceof VaultError && error.refusal.status === 403;
}
function statusOfPage(error) {
	return error instanceof UnreachableError ? error.silence.status : void 0;
}
function toMount({ path, type, options }) {
	const kv = type === "kv" || type === "generic";
	return {
		path: escapePath(path),
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


;// CONCATENATED MODULE: ./build/cli/src/vault/pki.js


// src/vault/pki.ts
/** Why this exists: certificates by the PKI engine (developer.hashicorp.com/vault/api-docs/secret/pki#generate-certificate-and-key). */
/** Made when it is needed: most jobs do without. */
const issuedSchema = () => object({
	certificate: string(),
	private_key: optional(string()),
	issuing_ca: optional(string()),
	ca_chain: schemas_nullish(array(string()))
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
				cert: new Secret(certificate),
				key: new Secret(private_key),
				ca: new Secret(issuing_ca),
				caChain: new Secret((ca_chain ?? []).join("\n"))
			};
		}
	});
}


;// CONCATENATED MODULE: ./build/cli/src/secrets/reserved.js
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


;// CONCATENATED MODULE: ./build/cli/src/secrets/names.js



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
const OUTPUT_NAME = overLetters(String.raw`^[\p{L}_][\p{L}\p{N}_-]*$`);
const ENV_NAME = overLetters(String.raw`^[\p{L}_][\p{L}\p{N}_]*$`);
const STRANGE = overLetters(String.raw`[^\p{L}\p{N}_]`, "g");
const FIRST_DIGIT = overLetters(String.raw`^[\p{N}]`);
function outputName({ entry, own, field }) {
	if (givesMany(entry)) return normalize((entry.name ?? "") + own + field);
	return entry.name ?? normalize(field);
}
/** A name that the user gave is taken verbatim; one made of a field is in upper case, except with `**`. */
function envName(entry, label) {
	const { selector, name } = entry;
	return selector.kind === "all" && !selector.upperCase || !givesMany(entry) && name !== void 0 ? label : label.toUpperCase();
}
/** As vault-action does: dots become `__`, other characters outside letters, digits and `_` go. */
function normalize(text) {
	const name = text.replaceAll(".", "__").replace(STRANGE(text), "");
	return FIRST_DIGIT(name).test(name) ? `_${name}` : name;
}
/** For messages: `line 3: secret/ci/app password`. */
function whereOf({ entry, field }) {
	return `${grammar_placeOf(entry)}: ${entry.path} ${field}`;
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
		if (one.source !== other.source) problems.set(key, `the ${what} ${name} would get two values: ${names_described(other)} and ${names_described(one)}`);
	}
	return [...problems.values()];
}
function names_described({ entry, own, field }) {
	return `${entry.path} ${own && `${own.replace(/_$/, "")} `}${field} (${grammar_placeOf(entry)})`;
}
function distinct(named) {
	return [...new Map(named.map((one) => [`${one.output}\n${one.env}\n${one.file}`, one])).values()];
}


;// CONCATENATED MODULE: ./build/cli/src/secrets/sizes.js

// src/secrets/sizes.ts
/** Why this exists: an exported value that is too large keeps every later step, and post, from starting (rule R8). */
/** Bytes. Linux allows 128 KiB for one variable and, on most systems, 2 MiB for all of them and the arguments. */
const LARGEST_VALUE = 65536;
const LARGEST_TOTAL = 524288;
/** What keeps the values from being exported as environment variables. */
function sizes_sizeProblems(named) {
	const exported = named.filter(({ env, file }) => env !== void 0 && file === void 0);
	const sized = exported.map((one) => ({
		one,
		bytes: bytesOf(one)
	}));
	const tooLarge = sized.filter(({ bytes }) => bytes > LARGEST_VALUE).map(({ one, bytes }) => sizes_problem(one, bytes));
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
function sizes_problem(one, bytes) {
	return `${whereOf(one)} has ${kib(bytes)}, more than the ${kib(LARGEST_VALUE)} that an environment variable may; ${REMEDY}`;
}
function kib(bytes) {
	return `${Math.ceil(bytes / 1024)} KiB`;
}


;// CONCATENATED MODULE: ./build/cli/src/job/publish.js



// src/job/publish.ts
/** The values under their names. Throws a `UsageError` when a name or a size forbids it: then nothing is published. */
function nameValues(values, { exportEnv, exportToken, outputToken }) {
	const naming = nameAll(values, { exportEnv });
	const taken = naming.named.flatMap(({ output, env }) => [...outputToken && output?.toLowerCase() === "vault_token" ? ["the output vault_token is taken by outputToken"] : [], ...exportToken && env === "VAULT_TOKEN" ? ["the environment variable VAULT_TOKEN is taken by exportToken"] : []]);
	const problems = [
		...naming.problems,
		...taken,
		...sizes_sizeProblems(naming.named)
	];
	if (problems.length > 0) throw new UsageError(problems.map((problem) => ({
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


;// CONCATENATED MODULE: ./build/cli/src/job/certificates.js





// src/job/certificates.ts
/**
* `pki/issue/web` gives `WEB_CERT`, `WEB_KEY`, `WEB_CA`, `WEB_CA_CHAIN`. Names are checked, together with those of the
* other values, before anything is issued. Throws a `UsageError`, `VaultError`, `UnreachableError`.
*/
async function issueAll(access, config, others) {
	const { certificates } = config;
	if (certificates.length === 0) return [];
	const nothing = new Secret("");
	const planned = certificates.flatMap((request, index) => certificates_named(request, index, {
		cert: nothing,
		key: nothing,
		ca: nothing,
		caChain: nothing
	}));
	nameValues([...others, ...planned], config);
	return (await inParallel(certificates, async (request, index) => certificates_named(request, index, await issueCertificate(access, request.path, request.parameters)))).flat();
}
function certificates_named({ path, line }, index, { cert, key, ca, caChain }) {
	const entry = {
		path,
		selector: {
			kind: "all",
			upperCase: true
		},
		name: `${path.split("/").at(-1)}_`,
		modifiers: NO_MODIFIERS,
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


;// CONCATENATED MODULE: ./build/cli/src/job/folders.js




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
	return escapePath(name.replaceAll("%", "%25"));
}
function tooMany({ origin, path }) {
	const problem = `the folder ${path} holds more than ${MOST_LISTED} secrets and folders: name a smaller one`;
	return new UsageError([{
		name: origin,
		problem
	}]);
}


;// CONCATENATED MODULE: ./build/cli/src/secrets/encodings.js

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
			value: new Secret(UTF8.decode(bytes))
		};
	} catch {
		return {
			kind: "bytes",
			base64: new Secret(bytes.toString("base64"))
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


;// CONCATENATED MODULE: ./build/cli/src/secrets/expression.js



// src/secrets/expression.ts
/** Why this exists: JSONata (https://docs.jsonata.org), loaded only when an entry needs it. */
/** Milliseconds, and calls within calls: an expression that runs away ends with an error. */
const LIMITS = {
	timeout: 5e3,
	stack: 500
};
/** The value of an expression over the fields of a secret. Numbers that JavaScript cannot hold exactly are texts there. */
async function evaluate(text, fields) {
	const { default: jsonata } = await Promise.resolve(/* import() eager */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 132, 19));
	try {
		const result = await jsonata(text, LIMITS).evaluate(plain(fields));
		if (result === void 0 || isFunction(result)) return { kind: "nothing" };
		return {
			kind: "value",
			value: new Secret(jsonText(result))
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
	if (value instanceof LosslessNumber) return exact(value.value);
	if (Array.isArray(value)) return value.map(plain);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}
function exact(digits) {
	return String(Number(digits)) === digits ? Number(digits) : digits;
}


;// CONCATENATED MODULE: ./build/cli/src/secrets/select.js




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
	return value === void 0 ? void 0 : new Secret(jsonText(value));
}
function stepInto(value, step) {
	const inside = typeof value === "string" ? parseJson(value) : value;
	if (typeof step === "number") return Array.isArray(inside) ? inside[step] : void 0;
	const object = jsonObject(inside);
	return object && Object.hasOwn(object, step) ? object[step] : void 0;
}
const IDENTIFIER = overLetters(String.raw`^[\p{L}_][\p{L}\p{N}_]*$`);
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


;// CONCATENATED MODULE: ./build/cli/src/job/values.js





// src/job/values.ts
/** The values of all entries. Throws a `UsageError` with everything that is missing or cannot be decoded. */
async function valuesOf(answered, config, ci) {
	const wanted = answered.flatMap((one) => one.read.wants.map((want) => ({
		...one,
		want
	})));
	const outcomes = (await Promise.all(wanted.map((one) => outcomesOf(one, config, ci)))).flat();
	const problems = outcomes.flatMap((outcome) => "problem" in outcome ? [outcome] : []);
	if (problems.length > 0) throw new UsageError(problems);
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
		const value = new Secret(fallback);
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
	ci.info(`Skipped: ${grammar_placeOf(entry)}: ${nameOf(want)} ${what}.`);
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


;// CONCATENATED MODULE: ./build/cli/src/job/warnings.js
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


;// CONCATENATED MODULE: ./build/cli/src/job/fetch.js









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
			if (!isNotFound(error) || !(entry.modifiers.optional || ignoreNotFound)) throw error;
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
		if (isNotFound(error) && dispensable) return { read };
		throw error;
	}
}
function canMiss({ modifiers }) {
	return modifiers.optional || modifiers.fallback !== void 0;
}


;// CONCATENATED MODULE: ./build/cli/src/vault/schema.js



// src/vault/schema.ts
/** Why this exists: the one shape that decoded answers share and zod has no word for. */
/** A JSON number as the parser gives it, digits kept, as a JavaScript number. */
const schema_number = transform((value, context) => {
	const known = jsonNumber(value);
	if (known !== void 0) return known;
	context.issues.push({
		code: "custom",
		message: "is no number",
		input: value
	});
	return NEVER;
});


;// CONCATENATED MODULE: ./build/cli/src/vault/approle.js





// src/vault/approle.ts
/** Why this exists: the AppRole login (developer.hashicorp.com/vault/api-docs/auth/approle#login-with-approle). */
const AUTH = object({
	client_token: string(),
	token_type: optional(string()),
	policies: schemas_nullish(array(string())),
	metadata: schemas_nullish(object({ role_name: optional(unknown()) })),
	lease_duration: schema_number,
	num_uses: optional(schema_number),
	mfa_requirement: optional(unknown())
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
	throw new VaultError({
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
		token: new Secret(token),
		type: rest.token_type === "batch" ? "batch" : "service",
		roleName: typeof roleName === "string" ? roleName : void 0,
		policies: rest.policies ?? [],
		ttl: rest.lease_duration,
		uses: rest.num_uses ?? 0
	};
}


;// CONCATENATED MODULE: ./build/cli/src/vault/handle.js

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


;// CONCATENATED MODULE: ./build/cli/src/vault/wrapping.js






// src/vault/wrapping.ts
/**
* Why this exists: a SecretID that comes response-wrapped is opened once, and only when it is what it claims to be
* (developer.hashicorp.com/vault/docs/concepts/response-wrapping#response-wrapping-token-validation).
*/
/** Schemas that most jobs do without are made when they are needed. */
const lookupSchema = () => object({
	creation_path: string(),
	creation_time: optional(string()),
	creation_ttl: optional(schema_number)
});
const contentSchema = () => object({ secret_id: string().check(_minLength(1)) });
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
	throw new WrappingError(`it was made by ${wrapping.creationPath}, not by ${wanted}.`, hint("wrapping-creation-path"));
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
			return inside.success ? new Secret(inside.data.secret_id) : "other";
		}
	}).catch((error) => {
		throw alarm(error, "it was used between our look-up and our unwrap.");
	});
	if (secretId === "other") throw new WrappingError("there is no SecretID in it.", hint("wrapping-content"));
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
	if (!(error instanceof VaultError)) return error;
	const { status, errors, hint: known } = error.refusal;
	return status === 400 || status === 403 && known === void 0 ? new WrappingError(what, hint("wrapping-token-invalid"), errors) : error;
}


;// CONCATENATED MODULE: ./build/cli/src/job/revocation.js



// src/job/revocation.ts
/** Why this exists: what became of a token at the end, in one sentence (rule R14). */
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


;// CONCATENATED MODULE: ./build/cli/src/job/login.js







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
		born.handle = tokenHandle(fresh, server, namespace);
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
	throw new UsageError([{
		name: "roleName",
		problem
	}]);
}
/** A token that clean-up cannot know of must not live on. */
async function abandon(handle, error, connection) {
	const { text } = describe(await revoke(connection, handle), handle, Date.now());
	const problem = `cannot be written (${errorCode(error)}), so clean-up would not know of the token. ${text}`;
	throw new UsageError([{
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


;// CONCATENATED MODULE: ./build/cli/src/job/report.js
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


;// CONCATENATED MODULE: ./build/cli/src/job/job.js









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
		const report = reportOf(session, fetched, named, masks);
		ci.info(`Published ${countsOf(report)}.`);
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
		...server.addresses.map(({ proxy }) => proxy && proxyPassword(proxy))
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


;// CONCATENATED MODULE: ./build/cli/src/cli/formats.js

// src/cli/formats.ts
const FORMATS = [
	"dotenv",
	"shell",
	"json"
];
/** The file's whole text. Throws a `UsageError` with every variable that the format cannot hold. */
function formatVariables(variables, format) {
	if (format === "json") return formats_json(variables);
	const lines = variables.map((one) => format === "shell" ? shellLine(one) : dotenvLine(one));
	const problems = lines.flatMap((line) => typeof line === "string" ? [] : [line]);
	if (problems.length > 0) throw new UsageError(problems);
	return [
		...format === "shell" ? QUIET : [],
		...lines,
		""
	].join("\n");
}
function formats_json(variables) {
	const entries = variables.map(({ name, value }) => [name, value.reveal()]);
	return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}
/** `sh -x` would print every line that is read from here on, values included. */
const QUIET = ["{ set +x; } 2>/dev/null"];
function shellLine({ name, value }) {
	const text = value.reveal();
	return nameProblem(name) ?? ownProblem(name) ?? (isText(text) ? void 0 : {
		name,
		problem: NO_TEXT
	}) ?? `export ${name}='${text.replaceAll("'", `'\\''`)}'`;
}
/** Without halves of characters, which no file of text can hold. */
function isText(text) {
	return !/\p{Surrogate}/u.test(text);
}
const NO_TEXT = "is not text throughout: give --format json, or say file behind its name";
/** What Node's `parseEnv` and python-dotenv both read back unchanged; other readers follow one of the two. */
function dotenvLine({ name, value }) {
	const text = value.reveal();
	const quoted = /\r|\$\{[^}]*\}/.test(text) || !isText(text) ? void 0 : quote(text);
	return nameProblem(name) ?? (quoted === void 0 ? {
		name,
		problem: NO_QUOTES
	} : `${name}=${quoted}`);
}
const NO_QUOTES = "holds characters that programs read differently from a dotenv file: give --format shell or json, or say file behind its name";
function quote(text) {
	if (!/['\\]/.test(text)) return `'${text}'`;
	if (!/["\\]/.test(text)) return `"${text}"`;
	return BARE.test(text) ? text : void 0;
}
/** Without quotes: no comment, and nothing at either end that one of the readers takes for white space. */
const BARE = /^[^\p{C}\p{Z}'"`#](?:[^\p{C}#]*[^\p{C}\p{Z}#])?$/u;
/**
* Names that a shell keeps for itself: it refuses a value of ours, shows it in a message, or has another one in its place.
* Asked of dash, bash, busybox, zsh, mksh and ksh. zsh's `USERNAME` and `status` are not among them: secrets are called
* so, and no other shell minds.
*/
const OF_SHELLS = new Set(`_ argv BASHPID COLUMNS DIRSTACK EGID EPOCHREALTIME EPOCHSECONDS ERRNO EUID FUNCNAME FUNCNEST GID GROUPS HISTCMD
  HISTSIZE JOBMAX KEYTIMEOUT KSHEGID KSHGID KSHUID KSH_VERSION LINENO LINES LISTMAX MAILCHECK OPTIND PGRP PIPESTATUS PPID
  RANDOM SAVEHIST SECONDS SHLVL SRANDOM TMOUT TRY_BLOCK_ERROR TTYIDLE UID WATCH fpath histchars
  pipestatus`.split(/\s+/));
function ownProblem(name) {
	if (!OF_SHELLS.has(name) && !name.startsWith("LC_")) return void 0;
	return {
		name,
		problem: "is a variable that shells keep for themselves: give another one behind \"|\""
	};
}
/** Letters beyond ASCII are fine for an environment, and for no shell. */
function nameProblem(name) {
	if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return void 0;
	return {
		name,
		problem: "is no name for a variable in such a file: give another one behind \"|\""
	};
}


;// CONCATENATED MODULE: ./build/cli/src/cli/collection.js
// src/cli/collection.ts
/** `kept` is called synchronously when there is a token, before anything else can happen (rule R12). What it throws ends the token. */
function collect(terminal, kept = () => void 0, cancelled) {
	let publications = [];
	let handle;
	return {
		cancelled,
		get publications() {
			return publications;
		},
		get handle() {
			return handle;
		},
		mask: (texts) => terminal.hide(texts),
		keep: (fresh) => {
			if (fresh) kept(fresh);
			handle = fresh;
		},
		publish: (all) => {
			publications = all;
		},
		summarize: () => void 0,
		debug: (text) => terminal.debug(text),
		info: (text) => terminal.info(text),
		warn: (text) => terminal.warn(text)
	};
}


;// CONCATENATED MODULE: ./build/cli/src/cli/job.js




// src/cli/job.ts
/** Milliseconds that a login under way is waited for when a signal comes: its token would live on, unknown (rule R13). */
const LONGEST_LOGIN_MS = 4500;
/**
* Does work that logs in. `kept` is told of the token synchronously, before anything else can happen. When this throws
* (what `work` throws, or `Interrupted`), the token is ended already; else its end is the caller's.
*/
async function obtain(work, surroundings, kept = () => void 0) {
	const { terminal, signals, alive } = surroundings;
	let leave;
	let isOver = false;
	const controller = cancellation();
	const keep = (handle) => {
		kept(handle);
		alive.add(handle);
		leave?.();
	};
	const collection = collect(terminal, keep, controller.signal);
	try {
		const result = await new Promise((resolve, reject) => {
			signals.listen((signal, nth) => {
				const interruption = new Interrupted(signal);
				leave = () => reject(interruption);
				controller.abort(interruption);
				if (nth > 1 || collection.handle) return leave();
				const waited = `${signal}: a login under way is waited for, and its token revoked.`;
				setImmediate(() => isOver || terminal.info(waited));
				setTimeout(leave, LONGEST_LOGIN_MS).unref();
			});
			const over = () => {
				isOver = true;
			};
			work(collection).finally(over).then(resolve, reject);
		});
		const signal = await firstSoFar(signals);
		if (signal) throw new Interrupted(signal);
		return {
			collection,
			result
		};
	} catch (error) {
		await endIt(collection.handle, surroundings);
		throw isCancellation(error, controller.signal) ? controller.signal.reason : error;
	}
}
/** Milliseconds for the revocation, whatever came before. */
const LONGEST_REVOCATION_MS = 1e4;
const CUT_SHORT = {
	level: "warn",
	text: "The revocation was cut short by a signal: the token may live until its TTL ends."
};
/** Revokes the token, if there is one, and says what became of it. Never throws; a second signal cuts it short. */
async function endIt(handle, { terminal, signals, alive }) {
	if (!handle) return "info";
	const cut = new Promise((resolve) => signals.listen((signal, nth) => {
		if (nth > 1) resolve(CUT_SHORT);
		else terminal.info(`${signal}: the revocation is waited for.`);
	}));
	try {
		const { level, text } = await Promise.race([endToken(handle, LONGEST_REVOCATION_MS, terminal.debug), cut]);
		terminal[level](text);
		return level;
	} catch (error) {
		terminal.fail(error);
		return "warn";
	} finally {
		alive.delete(handle);
	}
}


;// CONCATENATED MODULE: ./build/cli/src/cli/masking.js



// src/cli/masking.ts
/**
* Why this exists: what `export` wrote can be hidden in the log of a GitLab job, if its runner learns masks from the job's
* output. Anywhere else the same lines would be the leak.
*/
/**
* Where GitLab Runner keeps the masks that it learns, below `$RUNNER_TEMP_PROJECT_DIR`. It makes the file before a job's
* script begins if `proxy_exec` is on for it, and removes what an earlier job has left
* (gitlab-runner: `commands/helpers/internal/store`, `shells/abstract.go`).
*/
const STORE = "masking.db";
/** What is wrong with asking for masks here. */
function maskingProblems({ flags, env }) {
	const { RUNNER_TEMP_PROJECT_DIR: folder } = env;
	if (!flags.has("add-mask")) return [];
	if (folder && (0,external_node_fs_namespaceObject.existsSync)((0,external_node_path_namespaceObject.join)(folder, STORE))) return [];
	return [{
		name: "--add-mask",
		problem: NO_STORE
	}];
}
const NO_STORE = "this runner learns no masks, so the lines would show every value: have it run with proxy_exec = true (GitLab Runner 17.10), or leave the flag out";
/** Teaches the runner these texts. Throws a `UsageError` when it does not take them: then nothing may be shown to it. */
function tellMasks(texts, runner) {
	return new Promise((resolve, reject) => {
		runner.write(maskLines(texts), (error) => {
			if (!error) return resolve();
			const problem = `the runner does not take the masks (${errorCode(error)})`;
			reject(new UsageError([{
				name: "--add-mask",
				problem
			}]));
		});
	});
}
/**
* The lines that teach a runner these texts. Whether it takes `%25` for `%`, as GitHub's does, is not documented: a text
* with `%` is told in both spellings.
*/
function maskLines(texts) {
	return texts.filter((text) => !/[\r\n]/.test(text)).flatMap((text) => [.../* @__PURE__ */ new Set([text, text.replaceAll("%", "%25")])]).map((text) => `::add-mask::${text}\n`).join("");
}


;// CONCATENATED MODULE: ./build/cli/src/platform/files.js



// src/platform/files.ts
/** Why this exists: values that go into files, which only this user can read and which clean-up removes (rule R18). */
const files_PREFIX = "vault-approle-";
/**
* Writes the files, each 0600, into a new folder (0700) in the place. `keep` is told of the folder before anything
* is in it. Throws a `UsageError` where there is no safe place or no room; what is there already is left to clean-up.
*/
function placeFiles(publications, place, keep) {
	if (!publications.some(({ file }) => file)) return publications.map(files_plain);
	const parent = safePlace(place);
	try {
		const folder = (0,external_node_fs_namespaceObject.mkdtempSync)((0,external_node_path_namespaceObject.join)(parent, files_PREFIX));
		keep(folder);
		const done = /* @__PURE__ */ new Set();
		return publications.map((one) => one.file === void 0 ? files_plain(one) : written(one, (0,external_node_path_namespaceObject.join)(folder, one.file), done));
	} catch (error) {
		if (error instanceof UsageError) throw error;
		throw unsafe(`files cannot be written below ${place.name} (${errorCode(error)}): nothing was published`);
	}
}
function files_plain({ output, env, value }) {
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
	if ((0,external_node_path_namespaceObject.basename)(folder).startsWith(files_PREFIX)) (0,external_node_fs_namespaceObject.rmSync)(folder, {
		recursive: true,
		force: true
	});
}


;// CONCATENATED MODULE: ./build/cli/src/cli/redact/output.js
// src/cli/redact/output.ts
const MASK = Buffer.from("***");
const output_NOTHING = Buffer.alloc(0);
/** `write` gets what may be shown, in order, never empty. */
function outputTo(write) {
	/** Those of which something is not yet behind `shown`. */
	let places = [];
	/** What was read last and is held back: no copy of it, but the beginning of a pattern. */
	let held = output_NOTHING;
	let position = 0;
	/** Everything before this position was released or is covered by a mask. */
	let shown = 0;
	/** The end of what the last mask covers. */
	let masked = -1;
	function release(limit, chunk) {
		const pieces = [];
		const show = (end) => {
			pieces.push(...between(shown, end, {
				held,
				position,
				chunk
			}));
			shown = end;
		};
		for (const { start, end } of merged(places)) {
			if (start > limit && start > shown) break;
			if (start > shown) show(start);
			if (start > masked || shown > masked) pieces.push(MASK);
			shown = Math.max(shown, end);
			masked = Math.max(masked, end);
		}
		if (limit > shown) show(limit);
		places = places.filter(({ end }) => end > limit);
		const [only, ...more] = pieces;
		if (only) write(more.length > 0 ? Buffer.concat(pieces) : only);
	}
	return {
		cover: (start, end) => note(places, {
			start,
			end
		}),
		read(chunk, limit, pattern) {
			release(limit, chunk);
			position += chunk.length;
			held = pattern.subarray(0, position - limit);
		},
		release: (limit) => release(limit, output_NOTHING),
		holds: () => position > shown
	};
}
/** The bytes from one position up to another. `held` ends at `position`, where `chunk` begins. */
function between(start, end, { held, position, chunk }) {
	const first = position - held.length;
	return [held.subarray(Math.max(0, start - first), Math.max(0, Math.min(end, position) - first)), chunk.subarray(Math.max(0, start - position), Math.max(0, end - position))].filter(({ length }) => length > 0);
}
/** Keeps the list short: most places that overlap or touch come one after the other. */
function note(places, { start, end }) {
	const last = places.at(-1);
	if (last && start <= last.end && last.start <= end) places[places.length - 1] = {
		start: Math.min(start, last.start),
		end: Math.max(end, last.end)
	};
	else places.push({
		start,
		end
	});
}
/** In order; those that overlap or touch are one. */
function merged(places) {
	const all = [];
	for (const place of places.toSorted((a, b) => a.start - b.start)) note(all, place);
	return all;
}


;// CONCATENATED MODULE: ./build/cli/src/cli/redact/tails.js
// src/cli/redact/tails.ts
/** `found` is told where a whole pattern stands: the positions of its first byte and behind its last one. */
function tailsOf({ patterns, heads }, found) {
	const runs = /* @__PURE__ */ new Map();
	const tails = /* @__PURE__ */ new Map();
	let text = {
		chunk: Buffer.alloc(0),
		position: 0
	};
	function tailOf(pattern) {
		const bytes = patterns[pattern] ?? Buffer.alloc(0);
		const head = heads[pattern] ?? 0;
		const tail = tails.get(pattern) ?? {
			bytes,
			head,
			border: bordersOf(bytes, head)
		};
		tails.set(pattern, tail);
		return tail;
	}
	return {
		follow(pattern, headEnd) {
			const before = runs.get(pattern);
			if (before && headEnd <= before.end) return;
			const tail = tailOf(pattern);
			runs.set(pattern, goOn({
				pattern,
				matched: tail.head,
				end: headEnd
			}, {
				tail,
				text,
				found
			}));
		},
		enter(chunk, position) {
			text = {
				chunk,
				position
			};
			for (const run of runs.values()) if (run.matched === 0) runs.delete(run.pattern);
			else runs.set(run.pattern, goOn(run, {
				tail: tailOf(run.pattern),
				text,
				found
			}));
		},
		open: () => [...runs.values()].filter(({ matched }) => matched > 0)
	};
}
/** Compares on to the end of the chunk, or to where less than the head is left. */
function goOn({ pattern, matched, end }, { tail: { bytes, head, border }, text: { chunk, position }, found }) {
	let at = end - position;
	let count = matched;
	while (count >= head) {
		while (count < bytes.length && at < chunk.length && chunk[at] === bytes[count]) {
			count++;
			at++;
		}
		if (count === bytes.length) found(position + at - count, position + at);
		else if (at === chunk.length) break;
		count = border(count);
	}
	return {
		pattern,
		matched: count,
		end: position + at
	};
}
/** Beginnings shorter than the head count as none. Most patterns have no other, and then no table is made. */
function bordersOf(bytes, head) {
	const again = bytes.indexOf(bytes.subarray(0, head), 1);
	if (again < 0) return () => 0;
	let table;
	return (matched) => {
		if (again + head > matched) return 0;
		table ??= borderTable(bytes);
		const border = table[matched - 1] ?? 0;
		return border < head ? 0 : border;
	};
}
function borderTable(bytes) {
	const table = new Int32Array(bytes.length);
	let border = 0;
	for (let at = 1; at < bytes.length; at++) {
		while (border > 0 && bytes[at] !== bytes[border]) border = table[border - 1] ?? 0;
		if (bytes[at] === bytes[border]) border++;
		table[at] = border;
	}
	return table;
}


;// CONCATENATED MODULE: ./build/cli/src/cli/redact/scanner.js

// src/cli/redact/scanner.ts
/** A scanner of a stream of its own. `found` is not told of every place: of two that end together only the longer. */
function scannerOf({ automaton, skip }, found) {
	const { patterns, events, states } = automaton;
	const tails = tailsOf(automaton, found);
	let position = 0;
	let state = 0;
	/** What ends at this position: a whole pattern, heads of longer ones. The state after it. */
	function eventAt(index, end) {
		const event = events[index];
		if (!event) return 0;
		if (event.matched > 0) found(end - event.matched, end);
		for (const pattern of event.heads) tails.follow(pattern, end);
		return event.next;
	}
	return {
		scan(chunk) {
			tails.enter(chunk, position);
			const { columns, table } = automaton;
			let now = state;
			for (let at = 0; at < chunk.length; at++) {
				if (now === 0) at = skip(chunk, at);
				now = table[now + (columns[chunk[at] ?? 0] ?? 0)] ?? 0;
				if (now < 0) now = eventAt(~now, position + at + 1);
			}
			state = now;
			position += chunk.length;
		},
		begun() {
			const ends = [];
			for (let at = states.get(state); at; at = states.get(at.fail)) {
				const pattern = patterns[at.sample];
				if (pattern) ends.push({
					pattern,
					matched: at.depth,
					shortest: at.shortest
				});
			}
			for (const { pattern: index, matched } of tails.open()) {
				const pattern = patterns[index];
				if (pattern) ends.push({
					pattern,
					matched,
					shortest: pattern.length
				});
			}
			return ends;
		},
		position: () => position
	};
}


;// CONCATENATED MODULE: ./build/cli/src/cli/redact/redactor.js


// src/cli/redact/redactor.ts
/**
* Why this exists: a stream of bytes with `***` in place of each pattern, the same whatever chunks it comes in, and each
* byte released as soon as it is certain (docs/architecture.md says what is held back, and until when).
*/
/** Bytes of a pattern that has begun which a pause releases. */
const MOST_SHOWN = 3;
/** From so many bytes on, a beginning is none by chance, however long the pattern is. */
const NO_CHANCE = 16;
/** Longer chunks are read in parts, so that what is noted of them stays small. */
const LONGEST_CHUNK = 65536;
/** A redactor for one stream. `release` gets what may be shown, in order, never empty, before the call returns. */
function redactorOf(patterns, release) {
	const output = outputTo(release);
	const scanner = scannerOf(patterns, output.cover);
	function read(chunk) {
		scanner.scan(chunk);
		const { matched, pattern } = scanner.begun().reduce(longer, NONE);
		output.read(chunk, scanner.position() - matched, pattern);
	}
	return {
		write(chunk) {
			for (let at = 0; at < chunk.length; at += LONGEST_CHUNK) read(chunk.subarray(at, at + LONGEST_CHUNK));
		},
		holds: output.holds,
		pause() {
			const position = scanner.position();
			const limits = scanner.begun().map((one) => position - one.matched + (isLikely(one) ? 0 : MOST_SHOWN));
			output.release(Math.min(position, ...limits));
		},
		end() {
			const position = scanner.position();
			for (const { matched } of scanner.begun().filter(isLikely)) output.cover(position - matched, position);
			output.release(position);
		}
	};
}
const NONE = {
	pattern: Buffer.alloc(0),
	matched: 0,
	shortest: 0
};
function longer(one, other) {
	return other.matched > one.matched ? other : one;
}
/** Whether a beginning is taken for the pattern: from a quarter of it on. */
function isLikely({ matched, shortest }) {
	return 4 * matched >= shortest || matched >= NO_CHANCE;
}


;// CONCATENATED MODULE: ./build/cli/src/cli/redact/into.js

// src/cli/redact/into.ts
/** Milliseconds of silence after which a little of what is held back is released: people wait for a prompt. */
const SILENCE = 200;
/**
* Writes what comes from `source`, redacted, to `target`, which is not ended. The source gives bytes (no encoding set) and
* is closed when the target is lost. Settles when the source is closed (a process that still holds the other end of a pipe
* keeps it open: `destroy()` it) and every write has been answered, which a stalled reader may never do. Rejects only for
* a failure of the filter itself: then the source is closed and nothing more is written.
*/
function redactInto({ source, target, patterns }) {
	return new Promise((resolve, reject) => {
		let sourceError;
		let closed = false;
		const settle = () => {
			if (!closed || sink.isWriting()) return;
			sink.close();
			const failure = guard.failure();
			if (failure) reject(failure.error);
			else resolve(outcomeOf(sink.lost(), sourceError));
		};
		const sink = sinkOf(target, source, settle);
		const guard = guardOf(source);
		const redactor = redactorOf(patterns, sink.write);
		const silence = silenceOf(redactor, guard);
		const end = () => {
			silence.ends();
			if (!closed) guard.run(redactor.end);
			closed = true;
			settle();
		};
		source.on("data", (chunk) => {
			silence.ends();
			guard.run(() => redactor.write(chunk));
			silence.begins();
		}).on("error", (error) => {
			sourceError = error;
		}).on("close", end);
		if (source.closed) end();
	});
}
function outcomeOf(targetError, sourceError) {
	if (targetError) return {
		kind: "target lost",
		error: targetError
	};
	return sourceError ? {
		kind: "source lost",
		error: sourceError
	} : { kind: "written" };
}
/** Fails closed: when the filter fails, nothing more is read. */
function guardOf(source) {
	let failure;
	return {
		run(step) {
			if (failure) return;
			try {
				step();
			} catch (error) {
				failure = { error };
				source.destroy();
			}
		},
		failure: () => failure
	};
}
/** The timer runs only while something is held back. */
function silenceOf(redactor, guard) {
	let timer;
	return {
		begins() {
			if (redactor.holds()) timer = setTimeout(() => guard.run(redactor.pause), SILENCE);
		},
		ends() {
			clearTimeout(timer);
		}
	};
}
function sinkOf(target, source, answered) {
	let lost;
	let unanswered = 0;
	const lose = (error) => {
		lost ??= error;
		source.destroy();
	};
	const resume = () => {
		source.resume();
	};
	target.on("error", lose).on("drain", resume);
	return {
		write(bytes) {
			if (lost) return;
			unanswered++;
			if (!target.write(bytes, (error) => {
				unanswered--;
				if (error) lose(error);
				answered();
			})) source.pause();
		},
		isWriting: () => unanswered > 0,
		lost: () => lost,
		close() {
			target.off("drain", resume);
			if (!lost) target.off("error", lose);
		}
	};
}


;// CONCATENATED MODULE: ./build/cli/src/cli/outlets.js




// src/cli/outlets.ts
/** The variables; what the user wants in files is written, and `keep` told of their folder before. */
function variablesOf(publications, place, keep) {
	const problems = publications.flatMap(({ env, output }) => env === void 0 ? [{
		name: "secrets",
		problem: `${output} ${NOWHERE}`
	}] : []);
	if (problems.length > 0) throw new UsageError(problems);
	return placeFiles(publications, place, keep).map(({ env = "", text }) => ({
		name: env,
		value: new Secret(text)
	}));
}
const NOWHERE = "would be an output alone, and here are only environment variables: give another name behind \"|\", and do not say output";
/** The texts that must not be seen in what a command prints. */
function secretsOf(publications) {
	return publications.flatMap(({ value, unmasked }) => unmasked ? [] : [value]);
}
/** Carries what a command writes to our streams, without what the patterns find. What they cannot take they tell themselves. */
function redactedTo(streams, patterns) {
	return async (source, name) => {
		await redactInto({
			source,
			target: streams[name],
			patterns
		});
	};
}


;// CONCATENATED MODULE: ./build/cli/src/cli/private.js
// src/cli/private.ts
/** Why this exists: what we write is for this user alone, also where the umask is strange (rule R18). */
/** Does what is written with a umask of 077, and leaves ours, which a command inherits, as it was. */
function privately(write) {
	const ours = process.umask(63);
	try {
		return write();
	} finally {
		process.umask(ours);
	}
}


;// CONCATENATED MODULE: ./build/cli/src/cli/removal.js



// src/cli/removal.ts
/** Why this exists: what we wrote is removed, or said to be still there: it holds secrets. */
/** Removes these files; those that are not there are no problem. Returns a sentence for each that is still there. */
function removeFiles(paths) {
	return paths.flatMap((path) => removal_attempt(path, () => (0,external_node_fs_namespaceObject.rmSync)(path, { force: true })));
}
/** Likewise for folders of ours, with what is in them. */
function removeFolders(paths) {
	return paths.flatMap((path) => removal_attempt(path, () => removeFolder(path)));
}
function removal_attempt(path, remove) {
	try {
		remove();
		return [];
	} catch (error) {
		return [`${path} ${`could not be removed (${errorCode(error)})`}: it holds secrets, remove it on this machine.`];
	}
}


;// CONCATENATED MODULE: ./build/cli/src/cli/state.js





// src/cli/state.ts
/** Why this exists: what `export` leaves behind for `revoke`: 0600, never through a link, never half written (rule R18). */
/** A file on the way to its place. */
function unfinished(path) {
	return `${path}.new`;
}
/** Makes the folder that a file is to be in, if it is not there. */
function createFolderOf(path) {
	privately(() => (0,external_node_fs_namespaceObject.mkdirSync)((0,external_node_path_namespaceObject.dirname)(path), {
		recursive: true,
		mode: 448
	}));
}
/** `wx` (O_EXCL): never into something that is there already, nor through a link. It is on the disk then. Throws what `fs` throws. */
function createFile(path, text) {
	createFolderOf(path);
	privately(() => (0,external_node_fs_namespaceObject.writeFileSync)(path, text, {
		flag: "wx",
		mode: 384,
		flush: true
	}));
}
/** Puts a new file in the place of what is there. `ready` is called when it is written and has not yet its name. */
function replaceFile(path, text, ready = () => void 0) {
	const temporary = unfinished(path);
	(0,external_node_fs_namespaceObject.rmSync)(temporary, { force: true });
	createFile(temporary, text);
	ready();
	(0,external_node_fs_namespaceObject.renameSync)(temporary, path);
}
const KIND = "vault-approle state 1";
function stateText({ handle, files, folder }) {
	const packed = handle && packHandle(handle).reveal();
	return `${JSON.stringify({
		kind: KIND,
		handle: packed,
		files,
		folder
	})}\n`;
}
/**
* The state in a file, or in the one that was to replace it when `export` was killed: that is the newer one, if whole.
* Undefined when there is none. Throws a `UsageError` for what is no state, or somebody else's.
*/
function readState(path) {
	return readWhole(unfinished(path)) ?? read(path);
}
function readWhole(path) {
	try {
		return read(path);
	} catch {
		return;
	}
}
function read(path) {
	try {
		return state_parse(path, readOwn(path));
	} catch (error) {
		if (error instanceof UsageError) throw error;
		if (errorCode(error) === "ENOENT") return void 0;
		throw wrong(path, `cannot be read (${errorCode(error)})`);
	}
}
/** Opening a link is an error, opening a pipe must not wait for its other end. */
const CAUTIOUSLY = external_node_fs_namespaceObject.constants.O_RDONLY | (external_node_fs_namespaceObject.constants.O_NOFOLLOW ?? 0) | (external_node_fs_namespaceObject.constants.O_NONBLOCK ?? 0);
/** Somebody else's file could name files for us to delete. */
function readOwn(path) {
	const file = (0,external_node_fs_namespaceObject.openSync)(path, CAUTIOUSLY);
	try {
		const { uid } = (0,external_node_fs_namespaceObject.fstatSync)(file);
		if (process.getuid && uid !== process.getuid()) throw wrong(path, "belongs to another user");
		return (0,external_node_fs_namespaceObject.readFileSync)(file, "utf8");
	} finally {
		(0,external_node_fs_namespaceObject.closeSync)(file);
	}
}
function state_parse(path, text) {
	const state = parsed(text);
	if (!state) throw wrong(path, "is no state of vault-approle export");
	return state;
}
function parsed(text) {
	const { kind, handle, files, folder } = state_jsonObject(text);
	if (kind !== KIND || !Array.isArray(files) || !files.every((file) => typeof file === "string")) return void 0;
	if (folder !== void 0 && typeof folder !== "string") return void 0;
	if (handle === void 0) return {
		files,
		folder
	};
	const unpacked = typeof handle === "string" ? unpackHandle(handle) : void 0;
	return unpacked && {
		handle: unpacked,
		files,
		folder
	};
}
function state_jsonObject(text) {
	try {
		const value = JSON.parse(text);
		return typeof value === "object" && value !== null ? { ...value } : {};
	} catch {
		return {};
	}
}
function wrong(path, problem) {
	return new UsageError([{
		name: "--state",
		problem: `${path} ${problem}`
	}]);
}
const SUFFIX = ".state";
/** The files that a `--state` of `revoke` means: itself or, for a folder, every `*.state` in it. Throws a `UsageError`. */
function stateFiles(path) {
	try {
		if (!(0,external_node_fs_namespaceObject.statSync)(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
		return (0,external_node_fs_namespaceObject.readdirSync)(path).filter((name) => name.endsWith(SUFFIX)).map((name) => (0,external_node_path_namespaceObject.join)(path, name));
	} catch (error) {
		throw wrong(path, `cannot be read (${errorCode(error)})`);
	}
}


;// CONCATENATED MODULE: ./build/cli/src/cli/workspace.js



// src/cli/workspace.ts
/** Why this exists: what lies in the workspace ends up in artifacts and caches, whatever links lead there (rule R19). */
/** The workspace that a path lies in. */
function workspaceAround(path, env) {
	return workspace_VARIABLES.flatMap((variable) => {
		const folder = env[variable];
		return folder ? [{
			variable,
			folder: real(folder)
		}] : [];
	}).find(({ folder }) => liesIn(real(path), folder));
}
const workspace_VARIABLES = [
	"CI_PROJECT_DIR",
	"WORKSPACE",
	"GITHUB_WORKSPACE"
];
/** The whole path without the links in those of its folders that are there. */
function real(path) {
	const whole = (0,external_node_path_namespaceObject.resolve)(path);
	try {
		return (0,external_node_fs_namespaceObject.realpathSync)(whole);
	} catch {
		return (0,external_node_path_namespaceObject.dirname)(whole) === whole ? whole : (0,external_node_path_namespaceObject.join)(real((0,external_node_path_namespaceObject.dirname)(whole)), (0,external_node_path_namespaceObject.basename)(whole));
	}
}


;// CONCATENATED MODULE: ./build/cli/src/cli/export.js












// src/cli/export.ts
/** Why this exists: `export`: values in a file, for steps that must share them, and in another all that ends them. */
/** Writes both files. Where anything fails or a signal comes, neither is left, and the token is ended. */
async function exportValues({ config, surroundings, flags, streams }) {
	const { out, statePath, format } = readTargets(flags);
	let state = { files: [unfinished(out)] };
	const keep = (more) => {
		state = {
			...state,
			...more
		};
		replaceFile(statePath, stateText(state));
	};
	writing("--state", () => createFile(statePath, stateText(state)));
	try {
		const keepToken = (handle) => keep({ handle });
		const { collection } = await obtain((ci) => runJob(config, ci), surroundings, keepToken);
		try {
			if (flags.has("add-mask")) await tellMasks(surroundings.terminal.hidden(), streams.stdout);
			writeValues(collection, {
				out,
				format,
				keep
			});
		} catch (error) {
			await endIt(collection.handle, surroundings);
			throw error;
		}
	} catch (error) {
		const files = [
			...state.files,
			statePath,
			unfinished(statePath)
		];
		[...removeFiles(files), ...removeFolders(state.folder ? [state.folder] : [])].forEach((problem) => surroundings.terminal.warn(problem));
		throw error;
	}
	return 0;
}
function readTargets(flags) {
	const [out, statePath] = [(0,external_node_path_namespaceObject.resolve)(flags.get("out") ?? ""), (0,external_node_path_namespaceObject.resolve)(flags.get("state") ?? "")];
	return {
		out,
		statePath,
		format: formatOf(flags) ?? "dotenv"
	};
}
function formatOf(flags) {
	const given = flags.get("format") ?? "dotenv";
	return FORMATS.find((known) => known === given);
}
/** The state names what there will be before there is a value in it, and nothing that is not ours. */
function writeValues({ publications }, { out, format, keep }) {
	writing("--out", () => createFolderOf(out));
	const place = {
		name: "--out",
		folder: (0,external_node_path_namespaceObject.dirname)(out)
	};
	const variables = privately(() => variablesOf(publications, place, (folder) => keep({ folder })));
	const text = formatVariables(variables, format);
	const ready = () => keep({ files: [unfinished(out), out] });
	writing("--out", () => replaceFile(out, text, ready));
}
/** What keeps a file from being written is told under the flag that names it. */
function writing(name, write) {
	try {
		write();
	} catch (error) {
		if (error instanceof UsageError) throw error;
		throw new UsageError([{
			name,
			problem: whyUnwritten(errorCode(error))
		}]);
	}
}
function whyUnwritten(code) {
	if (code !== "EEXIST") return `cannot be written (${code})`;
	return "is there already: an earlier export was not ended, so run revoke --state with it first";
}
/** What is wrong with the flags that are about files. */
function targetProblems({ flags, env }) {
	const problems = ["out", "state"].flatMap((name) => pathProblems(`--${name}`, flags.get(name), env));
	const { out, statePath } = readTargets(flags);
	if (problems.length === 0 && real(out) === real(statePath)) problems.push({
		name: "--state",
		problem: "is the same file as --out"
	});
	if (!formatOf(flags)) problems.push({
		name: "--format",
		problem: `"${flags.get("format")}" is not one of ${FORMATS.join(", ")}`
	});
	return problems;
}
function pathProblems(name, path, env) {
	if (!path) return [{
		name,
		problem: "is needed: the path of a file that is to be written"
	}];
	if (isFolder(path)) return [{
		name,
		problem: "is a folder: give the path of a file in it"
	}];
	const workspace = workspaceAround(path, env);
	if (!workspace) return [];
	return [{
		name,
		problem: `lies in the workspace (${workspace.variable}), whose files end up in artifacts and caches: choose a folder beside it`
	}];
}
/** What cannot be looked at is told when it cannot be written. */
function isFolder(path) {
	try {
		return (0,external_node_fs_namespaceObject.statSync)(path).isDirectory();
	} catch {
		return false;
	}
}


;// CONCATENATED MODULE: ./build/cli/src/cli/inputs.js



// src/cli/inputs.ts
/** Why this exists: flags, the variables and files that they name, and the environment become the inputs of a job. */
/** The inputs, and all that cannot be read or contradicts. */
function readInputs(flags, env, readFile) {
	const given = /* @__PURE__ */ new Map();
	const problems = [...standardInputProblems(flags)];
	for (const name of INPUTS) {
		const read = readInput(name, flags, env, readFile);
		if ("problem" in read) problems.push(read.problem);
		else given.set(name, read.text);
	}
	problems.push(...keyProblems(given.get("clientKey") ?? ""));
	const named = CREDENTIALS.flatMap((name) => flags.get(`${kebab(name)}-variable`) ?? []);
	const input = (name) => given.get(name) ?? "";
	return {
		inputs: {
			raw: completeInputs(input, env),
			standIns: new Map([...sources(flags, input), ...standIns(input, env)]),
			variables: [...named, ...STANDARD]
		},
		problems
	};
}
/** The flags that say where credentials were found, by the input. */
function sources(flags, input) {
	return CREDENTIALS.filter((name) => input(name) !== "").flatMap((name) => {
		const way = [`${kebab(name)}-variable`, `${kebab(name)}-file`].find((one) => (flags.get(one) ?? "").trim() !== "");
		return way === void 0 ? [] : [[name, `--${way}`]];
	});
}
/** It can be read once. */
function standardInputProblems(flags) {
	const [first, ...others] = [...flags].filter(([name, value]) => name.endsWith("-file") && value === "-");
	if (!first) return [];
	return others.map(([name]) => ({
		name: `--${name}`,
		problem: `standard input is read by --${first[0]}`
	}));
}
/** Variables that hold credentials by convention, ours or not: no command that we start needs them. */
const STANDARD = [
	"ROLE_ID",
	"SECRET_ID",
	"WRAPPED_SECRET_ID",
	"TOKEN"
].flatMap((name) => [`VAULT_${name}`, `BAO_${name}`]);
function readInput(name, flags, env, readFile) {
	const flag = kebab(name);
	const own = (flags.get(flag) ?? "").trim();
	const [first = flag, ...others] = (CREDENTIALS.some((one) => one === name) ? [
		flag,
		`${flag}-variable`,
		`${flag}-file`
	] : [flag]).filter((way) => (flags.get(way) ?? "").trim() !== "");
	if (others.length > 0) return inputs_wrong(first, `cannot be combined with ${others.map((way) => `--${way}`).join(" and ")}: give one of them`);
	if (first === `${flag}-variable`) return readVariable(first, flags.get(first) ?? "", env);
	const isInput = INPUTS.some((one) => one === `${name}File`);
	if (first !== `${flag}-file` || isInput) return { text: own };
	const read = readCredential(flags.get(first) ?? "", readFile);
	return "problem" in read ? inputs_wrong(first, read.problem) : { text: read.text.trim() };
}
function readVariable(flag, name, env) {
	const text = (env[name] ?? "").trim();
	if (text !== "") return { text };
	return inputs_wrong(flag, `the variable ${name} is not set, or empty; a protected variable is there only on protected branches and tags`);
}
function inputs_wrong(flag, problem) {
	return { problem: {
		name: `--${flag}`,
		problem
	} };
}
/** A key's path may be an argument, its text may not. In the environment both are fine. */
function keyProblems(clientKey) {
	if (!isKey(clientKey)) return [];
	return [{
		name: "--client-key",
		problem: `would be a secret in an argument: give the path of a file, or set VAULT_CLIENT_KEY`
	}];
}
/** PEM, or base64 of it. */
function isKey(text) {
	return /PRIVATE KEY|^LS0tLS1/.test(text);
}
/** Characters from which a variable with the same text as a credential is one; a test server's token may be `root`. */
const LEAST = 8;
/** The environment for a command that must know none of our credentials, nor any other token of the server (rule R4). */
function withoutCredentials(env, { raw, variables }) {
	const key = isKey(raw.clientKey) ? raw.clientKey : "";
	const secrets = [
		raw.secretId,
		raw.wrappedSecretId,
		raw.token,
		key,
		raw.extraHeaders
	];
	const keeps = ([name, value = ""]) => !variables.includes(name.toUpperCase()) && !variables.includes(name) && !name.startsWith("VAULT_APPROLE_") && !(value.trim().length >= LEAST && secrets.includes(value.trim()));
	return Object.fromEntries(Object.entries(env).filter(keeps));
}


;// CONCATENATED MODULE: ./build/cli/src/cli/redact/automaton.js
// src/cli/redact/automaton.ts
/** Patterns with the same beginning are told apart by the automaton as long as they are more than these. */
const FEW = 4;
/** But a head never has more bytes. */
const LONGEST_HEAD = 256;
/** The automaton for patterns that are all different and not empty. */
function automatonOf(patterns) {
	const { columns, width } = columnsOf(patterns);
	const shortestHead = shortestHeadFor(patterns.length, width);
	const heads = Int32Array.from(patterns, (pattern) => pattern.length);
	const events = [];
	const states = /* @__PURE__ */ new Map();
	const queue = [{
		offset: 0,
		depth: 0,
		members: [...patterns.keys()],
		fail: 0
	}];
	let table = new Int32Array(width);
	let rows = 1;
	for (const { offset, depth, members, fail } of queue) {
		if (depth > 0) {
			table.copyWithin(offset, fail, fail + width);
			states.set(offset, {
				depth,
				fail,
				...automaton_described(members, patterns)
			});
		}
		for (const [byte, begun] of byNextByte(members, patterns, depth)) {
			const entry = offset + (columns[byte] ?? 0);
			const inherited = eventOf(table[entry] ?? 0, events);
			const open = begun.filter((index) => (patterns[index]?.length ?? 0) > depth + 1);
			const isTold = open.length <= FEW || depth + 1 >= LONGEST_HEAD || table.length > LARGEST_TABLE;
			const isHead = depth + 1 >= shortestHead && isTold;
			const goesOn = open.length > 0 && !isHead;
			if (isHead) for (const index of open) heads[index] = depth + 1;
			const next = goesOn ? width * rows++ : inherited.next;
			const matched = open.length < begun.length ? depth + 1 : inherited.matched;
			const ended = isHead ? [...open, ...inherited.heads] : inherited.heads;
			if (goesOn) {
				queue.push({
					offset: next,
					depth: depth + 1,
					members: open,
					fail: inherited.next
				});
				if (table.length < width * rows) table = twiceAsLong(table);
			}
			table[entry] = matched || ended.length ? ~(events.push({
				next,
				matched,
				heads: ended
			}) - 1) : next;
		}
	}
	return {
		patterns,
		heads,
		columns,
		table,
		events,
		states
	};
}
/** A column for each byte that is in a head, and one for all others: most rows then fit into the processor's cache. */
function columnsOf(patterns) {
	const columns = /* @__PURE__ */ new Uint16Array(256);
	for (const pattern of patterns) {
		const end = Math.min(pattern.length, LONGEST_HEAD);
		for (let at = 0; at < end; at++) columns[pattern[at] ?? 0] = 1;
	}
	let width = 1;
	columns.forEach((used, byte) => {
		if (used) columns[byte] = width++;
	});
	return {
		columns,
		width
	};
}
/** Entries of the table, 4 bytes each, beyond which heads are cut as short as may be. */
const LARGEST_TABLE = 4194304;
const USUAL_HEAD = 8;
const LEAST_HEAD = 4;
/** Fewer bytes when there are so many patterns that the table would become large. */
function shortestHeadFor(patterns, width) {
	const affordable = LARGEST_TABLE / (width * patterns);
	return Math.max(LEAST_HEAD, Math.min(USUAL_HEAD, Math.floor(affordable) + 2));
}
function automaton_described(members, patterns) {
	const lengths = members.map((index) => patterns[index]?.length ?? 0);
	return {
		sample: members[0] ?? 0,
		shortest: lengths.reduce((a, b) => Math.min(a, b))
	};
}
function byNextByte(members, patterns, depth) {
	const groups = /* @__PURE__ */ new Map();
	for (const index of members) {
		const byte = patterns[index]?.[depth] ?? 0;
		const group = groups.get(byte);
		if (group) group.push(index);
		else groups.set(byte, [index]);
	}
	return groups;
}
function eventOf(entry, events) {
	return entry < 0 && events[~entry] || {
		next: entry,
		matched: 0,
		heads: []
	};
}
function twiceAsLong(table) {
	const longer = new Int32Array(table.length * 2);
	longer.set(table);
	return longer;
}


;// CONCATENATED MODULE: ./build/cli/src/cli/redact/markup.js
// src/cli/redact/markup.ts
/** Why this exists: the forms of a text in XML and HTML, whose writers agree on little more than `&lt;`. */
/** As text and in attributes, by name and by number, in UTF-8 and in ASCII. */
function markupForms(text) {
	return [...WRITERS.flatMap((names) => [markup_written(text, names), markup_written(text, names, markup_decimal)]), ...[
		markup_decimal,
		hexadecimal,
		upperHexadecimal
	].flatMap((code) => [text.replace(/[&<>"']/g, code), text.replace(/[&<>"']|[^\p{ASCII}]/gu, code)])];
}
const MARKUP = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;"
};
/** What each of them does with quotes and blanks. */
const WRITERS = [
	{},
	{
		"	": "&#9;",
		"\n": "&#10;",
		"\r": "&#13;"
	},
	{ "\"": "&quot;" },
	{
		"\"": "&quot;",
		"	": "&#09;",
		"\n": "&#10;",
		"\r": "&#13;"
	},
	{
		"\"": "&quot;",
		"	": "&#9;",
		"\n": "&#10;",
		"\r": "&#13;"
	},
	{
		"\"": "&quot;",
		"	": "&#x9;",
		"\n": "&#xA;",
		"\r": "&#xD;"
	},
	{
		"\"": "&quot;",
		"'": "&apos;"
	},
	{
		"\"": "&quot;",
		"'": "&#39;"
	},
	{
		"\"": "&quot;",
		"'": "&#x27;"
	},
	{
		"\"": "&quot;",
		"'": "&#039;"
	},
	{
		"\"": "&#34;",
		"'": "&#39;"
	},
	{
		"\"": "&#34;",
		"'": "&#39;",
		"	": "&#x9;",
		"\n": "&#xA;",
		"\r": "&#xD;"
	}
];
/** `code` writes what is not ASCII. */
function markup_written(text, names, code = asItIs) {
	return text.replace(/[&<>"'\t\n\r]|[^\p{ASCII}]/gu, (c) => c > "" ? code(c) : names[c] ?? MARKUP[c] ?? c);
}
function asItIs(character) {
	return character;
}
function markup_decimal(character) {
	return `&#${character.codePointAt(0)};`;
}
function hexadecimal(character) {
	return `&#x${character.codePointAt(0)?.toString(16)};`;
}
function upperHexadecimal(character) {
	return `&#x${character.codePointAt(0)?.toString(16).toUpperCase()};`;
}


;// CONCATENATED MODULE: ./build/cli/src/cli/redact/quoting.js

// src/cli/redact/quoting.ts
/** Why this exists: the forms of a text between the quotes of shells and programming languages. */
/** Shells trace commands and list variables in such forms; languages print values so that they could be read again. */
function quotedForms(text) {
	const bytes = Buffer.from(text).toString("latin1");
	return [
		...shellForms(text),
		inside("'", text, BASH),
		inside("'", bytes, BASH_IN_LOCALE_C),
		...[
			PYTHON,
			PYTHON_ASCII,
			NODE
		].flatMap((way) => [inside("'", text, way), inside(NO_QUOTE, text, way)]),
		...["'", NO_QUOTE].map((quote) => inside(quote, bytes, PYTHON_ASCII)),
		inside("\"", text, GO),
		text.replace(/[\\']/g, "\\$&"),
		...[
			"'",
			"\"",
			"$"
		].map((quote) => text.replaceAll(quote, () => quote + quote))
	];
}
function shellForms(text) {
	return [
		text.replaceAll("'", "'\\''"),
		text.replaceAll("'", `'"'"'`),
		text.replace(/'+/g, (run) => `'"${run}"'`).replace(/(?<=")'$/, ""),
		text.replace(/["$`\\]/g, "\\$&"),
		text.replace(/[ !"$&'()*,;<>?[\\\]^`{|}]|(?<=[=:])~|^[~#]/g, "\\$&"),
		text.replace(/[ !"$&'()*,;<>?[\\\]^`{|}]|(?<=[=:])~/g, "\\$&")
	];
}
const NO_QUOTE = "";
function inside(quote, text, { escaped, names, code }) {
	const plain = text.replaceAll("\\", "\\\\").replace(escaped, (character) => names[character] ?? code(character));
	return quote === NO_QUOTE ? plain : plain.replaceAll(quote, `\\${quote}`);
}
const quoting_BLANKS = {
	"	": "\\t",
	"\n": "\\n",
	"\r": "\\r"
};
const quoting_NAMES = {
	...quoting_BLANKS,
	"\b": "\\b",
	"\f": "\\f"
};
const NAMES_IN_C = {
	...quoting_NAMES,
	"\x07": "\\a",
	"\v": "\\v"
};
/** `$'\u2026'`: bash, for a text with control characters. */
const BASH = {
	escaped: /[\p{Cc}\p{Cn}\p{Zl}\p{Zp}]/gu,
	names: {
		...NAMES_IN_C,
		"\x1B": "\\E"
	},
	code: (character) => [...Buffer.from(character)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("")
};
/** For a text whose characters are bytes: there, all that is not ASCII counts as a control character. */
const BASH_IN_LOCALE_C = {
	escaped: /[^\x20-\x7e]/g,
	names: BASH.names,
	code: (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`
};
/** `repr()` */
const PYTHON = {
	escaped: /\p{C}|(?! )\p{Z}/gu,
	names: quoting_BLANKS,
	code: (character) => coded(character, 256)
};
/** `ascii()`, and `repr()` of bytes */
const PYTHON_ASCII = {
	...PYTHON,
	escaped: /[^\x20-\x7e]/gu
};
/** `util.inspect()`, `console.log()` of an object */
const NODE = {
	escaped: /[\x00-\x1f\x7f-\x9f]/g,
	names: quoting_NAMES,
	code: (character) => `\\x${hex(character.charCodeAt(0), 2, "upper")}`
};
/** `%q` */
const GO = {
	escaped: PYTHON.escaped,
	names: NAMES_IN_C,
	code: (character) => coded(character, 128)
};
/** By the shortest of three forms; `\x` only below `bound`. */
function coded(character, bound) {
	const code = character.codePointAt(0) ?? 0;
	if (code < bound) return `\\x${hex(code, 2, "lower")}`;
	return code < 65536 ? `\\u${hex(code, 4, "lower")}` : `\\U${hex(code, 8, "lower")}`;
}


;// CONCATENATED MODULE: ./build/cli/src/cli/redact/urls.js

// src/cli/redact/urls.ts
/**
* Why this exists: browsers and Node.js print a text in a URL as the URL Standard of the WHATWG says, which depends on the
* part of the URL that the text is in. `https://url.spec.whatwg.org/#percent-encoded-bytes` has the sets.
*/
/**
* A text in the path, in the query, behind `#` or in the user's name and password. Where it is put into a URL that is read
* then, a `?` or `#` of its own ends the part; where it is given to a part, as to `url.search`, it is encoded.
*/
function urlForms(text) {
	const one = text.replace(/[\t\n\r]/g, "");
	return [
		percent(text, USER),
		...partForms(one),
		...readForms(one)
	];
}
/** Given to a part of a URL. */
function partForms(text) {
	return [...PATHS.flatMap((left) => slashed(text).map((path) => percent(path, left))), ...[
		...QUERIES,
		FRAGMENT,
		USER
	].map((left) => percent(text, left))];
}
/** Read in a path or in a query, up to where it ends that part itself. */
function readForms(text) {
	const [, front = "", query = "", fragment = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(text) ?? [];
	const inPath = PATHS.flatMap((left) => slashed(front).map((path) => percent(path, left)));
	const end = percent(fragment, FRAGMENT);
	return QUERIES.flatMap((left) => {
		return [percent(front + query, left), ...inPath.map((path) => path + percent(query, left))].map((start) => start + end);
	});
}
/** In the path of an `http:` or `https:` URL, `\` becomes `/`. */
function slashed(path) {
	return [path, path.replaceAll("\\", "/")];
}
/** Printable ASCII without these: what is left as it is. */
function allBut(encoded) {
	return Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).filter((character) => !encoded.includes(character)).join("");
}
/** `^` is left by Node.js before 24. */
const PATHS = [allBut("\"#<>?`{}"), allBut("\"#<>?^`{}")];
/** Of schemes such as `redis:`, and of `http:` and `https:`. */
const QUERIES = [allBut("\"#<>"), allBut(`"#'<>`)];
const FRAGMENT = allBut("\"<>`");
const USER = allBut("\"#/:;<=>?@[\\]^`{|}");


;// CONCATENATED MODULE: ./build/cli/src/cli/redact/forms.js





// src/cli/redact/forms.ts
/**
* Why this exists: a program prints a secret as it is, or quoted, escaped or encoded as its language does; each way is a
* form that has to be hidden. `test/unit/cli/redact/tools.test.ts` compares them with what the programs themselves print.
*/
/** Characters of a value beyond which it cannot be in the environment (`src/secrets/sizes.ts`), only in a file. */
const LARGEST_IN_ENVIRONMENT = 65536;
/**
* All forms of a value: of the whole, of each line and of each string in its JSON. Some come twice. What is too large for
* the environment has only those in which files are printed: its patterns would be a hundred times as large as it is.
*/
function formsOf(value) {
	const formsOfText = value.length > LARGEST_IN_ENVIRONMENT ? formsOfFile : formsOfValue;
	return textsIn(value).flatMap(formsOfText);
}
function formsOfValue(text) {
	const whole = wholes(text);
	return [...[.../* @__PURE__ */ new Set([...whole, ...linesWorthHiding(text)])].flatMap(allForms), ...whole.flatMap((one) => [withCrLf(one), ...wrappedBase64(one)])];
}
function formsOfFile(text) {
	const whole = wholes(text);
	return [
		...whole.flatMap(fileForms),
		...whole.map(withCrLf),
		...linesWorthHiding(text).flatMap(plainForms)
	];
}
/** The text without blanks around it, as it is and with LF alone. */
function wholes(text) {
	const whole = text.trim();
	return isWorthHiding(whole) ? [.../* @__PURE__ */ new Set([whole, whole.replaceAll("\r\n", "\n")])] : [];
}
/** A terminal prints LF as CRLF. */
function withCrLf(whole) {
	return whole.replace(/\r?\n/g, "\r\n");
}
function plainForms(text) {
	return [
		text,
		json(text),
		json(text, ESCAPED_BY_GO),
		json(text, NOT_PRINTABLE_ASCII)
	];
}
function fileForms(text) {
	const bytes = Buffer.from(text);
	return [
		...plainForms(text),
		...base64Forms(bytes),
		...hexForms(bytes)
	];
}
function allForms(text) {
	const escaped = /[^A-Za-z0-9]/.test(text) ? [
		...jsonForms(text),
		...percentForms(text),
		...urlForms(text),
		...markupForms(text),
		...quotedForms(text)
	] : [];
	return [...fileForms(text), ...escaped];
}
function jsonForms(text) {
	return [
		json(text, NOT_PRINTABLE_ASCII, "upper"),
		json(text, /\x7f/g),
		json(text, /['<>&]/g),
		json(text, /[<>&='\u2028\u2029]/g),
		json(text, /[&'<>+`]|[^\x20-\x7e]/g, "upper").replaceAll("\\\"", "\\u0022"),
		json(text, /[^\0-\x7f]/g).replaceAll("/", "\\/"),
		json(json(text))
	];
}
/** What is left as it is besides letters and digits, in upper and lower case, with `%20` and `+`. */
function percentForms(text) {
	const upper = Object.values({
		...KEPT,
		...KEPT_ELSEWHERE
	}).flatMap((kept) => [percent(text, kept), formEncoded(text, kept)]);
	return [...upper, ...upper.map((form) => form.replace(/%../g, (code) => code.toLowerCase()))];
}
const KEPT_ELSEWHERE = {
	encodeURIComponent: "-_.!~*'()",
	encodeURI: "-_.!~*'();,/?:@&=+$#",
	python: "-_.~/",
	php: "-_.",
	dotNet: "-_.!*()",
	goPath: "-_.~$&+=:@",
	goUserInfo: "-_.~$&+,;="
};
const SHORTEST_HEX = 8;
function hexForms(bytes) {
	const lower = bytes.toString("hex");
	return bytes.length < SHORTEST_HEX ? [] : [lower, lower.toUpperCase()];
}
/** Its lines when the text alone is encoded by `base64`, which wraps at 76 characters, or `openssl`, at 64. */
function wrappedBase64(text) {
	const [encoded = ""] = base64Forms(Buffer.from(text));
	return [76, 64].flatMap((width) => encoded.match(new RegExp(`.{8,${width}}`, "g")) ?? []);
}


;// CONCATENATED MODULE: ./build/cli/src/cli/redact/skip.js
// src/cli/redact/skip.ts
/** More would not be jumped over in one go. */
const LONGEST_WINDOW = 16;
function skipFor(patterns) {
	const window = patterns.reduce((length, pattern) => Math.min(length, pattern.length), LONGEST_WINDOW);
	const jumps = jumpsFor(patterns, window);
	return (chunk, from) => {
		let at = from + window - 2;
		while (at < chunk.length - 1) {
			const jump = jumps[(chunk[at] ?? 0) << 8 | (chunk[at + 1] ?? 0)] ?? 0;
			if (jump === 0) return at - window + 2;
			at += jump;
		}
		return Math.max(from, chunk.length - window + 1);
	};
}
/** For two bytes: how much farther on the next two are to be looked at, where a pattern with the former would end. */
function jumpsFor(patterns, window) {
	const jumps = (/* @__PURE__ */ new Uint8Array(65536)).fill(window - 1);
	for (const pattern of patterns) for (let at = 0; at + 1 < window; at++) {
		const pair = (pattern[at] ?? 0) << 8 | (pattern[at + 1] ?? 0);
		jumps[pair] = Math.min(jumps[pair] ?? 0, window - 2 - at);
	}
	return jumps;
}


;// CONCATENATED MODULE: ./build/cli/src/cli/redact/patterns.js



// src/cli/redact/patterns.ts
/**
* The patterns for all forms of these secrets, and for texts that are hidden as they are. Secrets that are too short or too
* common to be hidden have none.
*/
function patternsOf(secrets, texts = []) {
	return compiled([.../* @__PURE__ */ new Set([...secrets.flatMap((secret) => formsOf(secret.reveal())), ...texts])].map((form) => Buffer.from(form)));
}
/** Bytes below which hiding a pattern would hide too much, and the search would find no pairs of bytes in it. */
const patterns_SHORTEST = 4;
/** The patterns for these bytes. Shorter ones are left out. */
function compiled(forms) {
	const patterns = forms.filter(({ length }) => length >= patterns_SHORTEST);
	return {
		count: patterns.length,
		automaton: automatonOf(patterns),
		skip: skipFor(patterns)
	};
}


;// CONCATENATED MODULE: ./build/cli/src/cli/replacement.js





// src/cli/replacement.ts
/** Why this exists: what takes the place of a file of secrets can be read by those who could read that, and by nobody else (rule R18). */
/**
* Does all of a replacement but the last step, with nothing in the file, and leaves no trace but a folder. Returns the mode
* that the file will have. Throws a `UsageError` where `replaceFileAsIs` would.
*/
function rehearse(path) {
	return telling(path, () => {
		const mode = write(path, "");
		(0,external_node_fs_namespaceObject.rmSync)(unfinished(path));
		return mode;
	});
}
/** Puts a new file, which is on the disk then, in the place of what is there. Throws a `UsageError`; nothing is changed then. */
function replaceFileAsIs(path, text) {
	telling(path, () => {
		write(path, text);
		(0,external_node_fs_namespaceObject.renameSync)(unfinished(path), path);
	});
}
function telling(path, work) {
	try {
		return work();
	} catch (error) {
		removeFiles([unfinished(path)]);
		if (error instanceof UsageError) throw error;
		throw unfit(path, `cannot be written (${errorCode(error)})`);
	}
}
/** `wx` (O_EXCL): never through a link. What the file may be read by is settled before anything is in it. */
function write(path, text) {
	const old = fileAt(path);
	createFolderOf(path);
	(0,external_node_fs_namespaceObject.rmSync)(unfinished(path), { force: true });
	const file = privately(() => (0,external_node_fs_namespaceObject.openSync)(unfinished(path), "wx", 384));
	try {
		if (old) inherit(file, old, path);
		(0,external_node_fs_namespaceObject.writeFileSync)(file, text);
		(0,external_node_fs_namespaceObject.fsyncSync)(file);
		return (0,external_node_fs_namespaceObject.fstatSync)(file).mode & 511;
	} finally {
		(0,external_node_fs_namespaceObject.closeSync)(file);
	}
}
/** A new file in the place of a link leaves what the link leads to as it is; in the place of a device it breaks the machine. */
function fileAt(path) {
	const old = (0,external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false });
	if (old?.isSymbolicLink()) throw unfit(path, "is a link: give the path of the file that it leads to");
	if (old && !old.isFile()) throw unfit(path, "is no file, and would be replaced");
	return old;
}
function inherit(file, { uid, gid, mode }, path) {
	const ours = (0,external_node_fs_namespaceObject.fstatSync)(file);
	try {
		if (uid !== ours.uid || gid !== ours.gid) (0,external_node_fs_namespaceObject.fchownSync)(file, uid, gid);
		(0,external_node_fs_namespaceObject.fchmodSync)(file, mode & 511);
	} catch (error) {
		throw unfit(path, `${`belongs to user ${uid} and group ${gid}, and a new file in its place would not (${errorCode(error)})`}: run this as that user, or as root`);
	}
}
function unfit(path, problem) {
	return new UsageError([{
		name: "--out",
		problem: `${path} ${problem}`
	}]);
}


;// CONCATENATED MODULE: ./build/cli/src/cli/script.js





// src/cli/script.ts
/** Why this exists: a script that is given as a text runs as CI systems run theirs, from a file of its own. */
/**
* `sh -e` runs it, or what its first line names after `#!`; on Windows `cmd`. The file lies in a folder of this user alone,
* because a script may be longer than an argument may be; `keep` is told of that. Throws a `UsageError` where there is no room.
*/
function placeScript(text, keep) {
	const isWindows = process.platform === "win32";
	const name = isWindows ? "script.bat" : "script";
	const path = privately(() => writeScript(name, text.endsWith("\n") ? text : `${text}\n`, keep));
	if (isWindows) return {
		file: "cmd",
		args: [
			"/d",
			"/c",
			"call",
			path
		]
	};
	if (text.startsWith("#!")) return {
		file: path,
		args: []
	};
	return {
		file: "sh",
		args: ["-e", path]
	};
}
function writeScript(name, text, keep) {
	try {
		const folder = (0,external_node_fs_namespaceObject.mkdtempSync)((0,external_node_path_namespaceObject.join)((0,external_node_os_namespaceObject.tmpdir)(), "vault-approle-script-"));
		keep(folder);
		const path = (0,external_node_path_namespaceObject.join)(folder, name);
		(0,external_node_fs_namespaceObject.writeFileSync)(path, text, {
			flag: "wx",
			mode: 448
		});
		return path;
	} catch (error) {
		const problem = `cannot be written below ${(0,external_node_os_namespaceObject.tmpdir)()} (${errorCode(error)})`;
		throw new UsageError([{
			name: "--script",
			problem
		}]);
	}
}


;// CONCATENATED MODULE: ./build/cli/src/cli/delivery.js










// src/cli/delivery.ts
/** Why this exists: a new SecretID gets to where the old one is kept: into a file, or into a command's standard input. */
/** What is wrong with the flags that say where to. */
function deliveryProblems({ flags, env }) {
	const [out, command] = [flags.get("out"), flags.get("exec")];
	if (out === void 0 !== (command === void 0)) return out ? pathProblems("--out", out, env) : [];
	const problem = "give the file for the new SecretID, or in --exec the command that takes it from its standard input";
	return [{
		name: "--out",
		problem: out ? `${problem}, not both` : problem
	}];
}
/** Throws a `UsageError` for a file that cannot be replaced: a login for nothing may be the last that there is. */
function readDelivery(call) {
	const command = call.flags.get("exec");
	if (command !== void 0) return {
		place: "the command",
		deliver: (secretId) => run(command, secretId, call)
	};
	const path = (0,external_node_path_namespaceObject.resolve)(call.flags.get("out") ?? "");
	warnOfReaders(path, rehearse(path), call);
	return {
		place: path,
		deliver: async (secretId) => delivery_write(path, secretId)
	};
}
/** Kept as it is: those whom a narrower mode locks out would find the old SecretID destroyed. Windows has no such modes. */
function warnOfReaders(path, mode, { surroundings }) {
	if (process.platform === "win32" || (mode & 4) === 0) return;
	const text = `${path} can be read by every user of this machine (mode 0${mode.toString(8)}), and that is kept: chmod o= takes it from them.`;
	surroundings.terminal.warn(text);
}
/** Without a line break: some who read it take every byte. */
function delivery_write(path, secretId) {
	replaceFileAsIs(path, secretId.reveal());
	settle((0,external_node_path_namespaceObject.dirname)(path));
	return 0;
}
/** The new name survives a loss of power before the old SecretID is destroyed. Not every system can do that for a folder. */
function settle(folder) {
	try {
		const opened = (0,external_node_fs_namespaceObject.openSync)(folder, "r");
		(0,external_node_fs_namespaceObject.fsyncSync)(opened);
		(0,external_node_fs_namespaceObject.closeSync)(opened);
	} catch {}
}
/** A shell runs it. It gets none of our credentials, and what it prints is redacted. */
async function run(script, input, call) {
	const { surroundings, streams, inputs, isTerminal } = call;
	const { signals, terminal } = surroundings;
	const patterns = patternsOf([input], terminal.hidden());
	const carry = redactedTo(streams, patterns);
	const folders = [];
	try {
		const command = {
			...placeScript(script, (folder) => folders.push(folder)),
			env: withoutCredentials(call.env, inputs),
			input
		};
		const running = await start(command, {
			carry,
			signals,
			isTerminal
		});
		const status = await running.ended;
		await running.drained;
		return status;
	} finally {
		removeFolders(folders).forEach((problem) => terminal.warn(problem));
	}
}


;// CONCATENATED MODULE: ./build/cli/src/cli/doctor/finding.js

// src/cli/doctor/finding.ts
/** Why this exists: what `doctor` has found out, one line each, and what to do about it. */
function hinted({ text, anchor }) {
	return `${text} (docs/troubleshooting.md#${anchor})`;
}
/** A failure that a server or a network can cause. Throws any other error again. */
function finding_failure(check, error) {
	if (!finding_isExpected(error)) throw error;
	const [what = "", ...more] = formatError(error, (text) => text).split("\nHint: ");
	return {
		level: "wrong",
		check,
		what: what.replaceAll("\n", ". "),
		remedy: more.join() || void 0
	};
}
function finding_isExpected(error) {
	return error instanceof VaultError || error instanceof UnreachableError || error instanceof WrappingError;
}
/** Whether the server said this. */
function said(error, what) {
	return error instanceof VaultError && what.test(error.refusal.errors.join());
}
function refusedWith(error, status) {
	return error instanceof VaultError && error.refusal.status === status;
}
function skip(check, why, remedy) {
	return {
		level: "skipped",
		check,
		what: why,
		remedy
	};
}


;// CONCATENATED MODULE: ./build/cli/src/cli/doctor/inputs.js


// src/cli/doctor/inputs.ts
function inputFindings(parts, { raw, standIns }) {
	const check = "inputs";
	const variables = standIns;
	const given = INPUTS.filter((name) => raw[name] !== "");
	return [
		...parts.problems.map(({ name, problem }) => ({
			level: "wrong",
			check,
			what: `${variables.get(name) ?? spelling(name)}: ${problem}`
		})),
		...parts.problems.length === 0 ? [{
			level: "ok",
			check,
			what: given.map(kebab).join(", ")
		}] : [],
		...weaknesses(parts).map((what) => ({
			level: "weak",
			check,
			...what
		}))
	];
}
function weaknesses({ server }) {
	const clear = server?.addresses.filter(({ base }) => base.startsWith("http:") && server.tls.skipVerify) ?? [];
	return [...server?.tls.skipVerify ? [{
		what: "tlsSkipVerify is on: whoever is in between can read and change everything.",
		remedy: CA
	}] : [], ...clear.map(({ base }) => ({
		what: `${base} is not encrypted.`,
		remedy: "Use https:// addresses."
	}))];
}
const CA = "Give the CA of the server in caCertificate instead.";


;// CONCATENATED MODULE: ./build/cli/src/vault/lookup.js


// src/vault/lookup.ts
/** Why this exists: what a token may do and for how long (developer.hashicorp.com/vault/api-docs/auth/token#lookup-a-token-self). */
const DATA = object({
	policies: schemas_nullish(array(string())),
	identity_policies: schemas_nullish(array(string())),
	ttl: schema_number,
	num_uses: optional(schema_number),
	type: optional(string()),
	meta: schemas_nullish(record(string(), unknown()))
});
/** Looks a token up with itself, which takes one of its uses. Throws `VaultError`, `UnreachableError`. */
async function lookUpSelf(connection, { token, namespace }) {
	return connection.send({
		operation: "token lookup",
		method: "GET",
		path: "auth/token/lookup-self",
		token,
		namespace,
		decode: ({ data }) => {
			const parsed = DATA.safeParse(data);
			if (!parsed.success) return void 0;
			const { policies, identity_policies: more, ttl, num_uses: uses = 0, type = "service", meta } = parsed.data;
			const role = meta?.role_name;
			return {
				role: typeof role === "string" ? role : void 0,
				policies: [...policies ?? [], ...more ?? []],
				ttl,
				uses,
				type
			};
		}
	});
}


;// CONCATENATED MODULE: ./build/cli/src/vault/roles.js



// src/vault/roles.ts
/** Why this exists: an AppRole's own settings, for those who may read them (developer.hashicorp.com/vault/api-docs/auth/approle#read-approle). */
/** `auth/approle/role/ci`. */
function rolePath({ mount, name }) {
	return `auth/${mount}/role/${escapePath(name.replaceAll("%", "%25")).replaceAll("/", "%2F")}`;
}
/** A list that servers leave out, or null, when it is empty. */
const TEXTS = schemas_nullish(array(string()));
const SETTINGS = object({
	bind_secret_id: schemas_boolean(),
	secret_id_bound_cidrs: TEXTS,
	secret_id_num_uses: schema_number,
	secret_id_ttl: schema_number,
	token_bound_cidrs: TEXTS,
	token_ttl: schema_number,
	token_type: optional(string())
});
/** The settings of a role. Throws `VaultError` (404 when there is none), `UnreachableError`. */
async function readRole({ connection, token, namespace }, role) {
	return connection.send({
		operation: "role lookup",
		method: "GET",
		path: rolePath(role),
		token,
		namespace,
		decode: ({ data }) => {
			const parsed = SETTINGS.safeParse(data);
			if (!parsed.success) return void 0;
			return {
				bindSecretId: parsed.data.bind_secret_id,
				secretIdCidrs: parsed.data.secret_id_bound_cidrs ?? [],
				secretIdUses: parsed.data.secret_id_num_uses,
				secretIdTtl: parsed.data.secret_id_ttl,
				tokenCidrs: parsed.data.token_bound_cidrs ?? [],
				tokenTtl: parsed.data.token_ttl,
				tokenType: parsed.data.token_type ?? "default"
			};
		}
	});
}
const ROLE_ID = object({ role_id: string() });
/** Whether the role has this RoleID. Throws as `readRole`. */
async function hasRoleId({ connection, token, namespace }, role, roleId) {
	const { same } = await connection.send({
		operation: "role lookup",
		method: "GET",
		path: `${rolePath(role)}/role-id`,
		token,
		namespace,
		decode: ({ data }) => {
			const parsed = ROLE_ID.safeParse(data);
			return parsed.success ? { same: parsed.data.role_id === roleId.reveal() } : void 0;
		}
	});
	return same;
}


;// CONCATENATED MODULE: ./build/cli/src/vault/secret-ids.js




// src/vault/secret-ids.ts
/**
* Why this exists: SecretIDs that are there already are looked up, listed and destroyed
* (developer.hashicorp.com/vault/api-docs/auth/approle#read-approle-secret-id).
*/
const FACTS = object({
	secret_id_accessor: string(),
	metadata: schemas_nullish(record(string(), string())),
	cidr_list: TEXTS,
	token_bound_cidrs: TEXTS,
	secret_id_ttl: schema_number,
	secret_id_num_uses: schema_number,
	expiration_time: optional(string())
});
/** Looks a SecretID up, which spends none of its uses; undefined when the role has none like it. Throws `VaultError`, `UnreachableError`. */
function lookUpSecretId(access, role, secretId) {
	return secret_ids_lookUp(access, `${rolePath(role)}/secret-id/lookup`, { secret_id: secretId });
}
/** The same by its accessor. */
function lookUpAccessor(access, role, accessor) {
	return secret_ids_lookUp(access, `${rolePath(role)}/secret-id-accessor/lookup`, { secret_id_accessor: accessor });
}
/** What is not there is a 204 or a 404, depending on what was asked by. */
async function secret_ids_lookUp({ connection, token, namespace }, path, body) {
	const found = await connection.send({
		operation: "accessor lookup",
		method: "POST",
		path,
		token,
		namespace,
		body,
		accept: [404],
		decode: ({ status, data, errors }) => {
			if (status === 204 || status === 404 && errors.length === 0) return "none";
			const parsed = FACTS.safeParse(data);
			return parsed.success ? factsOf(parsed.data) : void 0;
		}
	});
	return found === "none" ? void 0 : found;
}
function factsOf(data) {
	const { expiration_time: expiresAt } = data;
	return {
		accessor: data.secret_id_accessor,
		metadata: data.metadata ?? {},
		cidrs: data.cidr_list ?? [],
		tokenCidrs: data.token_bound_cidrs ?? [],
		ttl: data.secret_id_ttl,
		uses: data.secret_id_num_uses,
		expiresAt: expiresAt?.startsWith("0001-") ? void 0 : expiresAt
	};
}
/** The accessors of all SecretIDs that a role has. Throws as the others. */
async function listAccessors({ connection, token, namespace }, role) {
	return connection.send({
		operation: "accessor list",
		method: "GET",
		path: `${rolePath(role)}/secret-id?list=true`,
		token,
		namespace,
		accept: [404],
		decode: ({ status, data, errors }) => {
			if (status === 404) return errors.length === 0 ? [] : void 0;
			const keys = jsonObject(data)?.keys;
			return Array.isArray(keys) ? keys.filter((key) => typeof key === "string") : void 0;
		}
	});
}
/** Destroys a SecretID; whether there was one. The server answers 500 for one that is gone. Throws as the others. */
async function destroyAccessor({ connection, token, namespace }, role, accessor) {
	return connection.send({
		operation: "destruction",
		method: "POST",
		path: `${rolePath(role)}/secret-id-accessor/destroy`,
		token,
		namespace,
		body: { secret_id_accessor: accessor },
		accept: [404, 500],
		decode: ({ status, errors, whole }) => {
			if (status < 300) return true;
			return `${errors.join()} ${jsonObject(whole.data)?.error ?? ""}`.includes("failed to find accessor entry") ? false : void 0;
		}
	});
}


;// CONCATENATED MODULE: ./build/cli/src/cli/doctor/terms.js




// src/cli/doctor/terms.ts
/** What is known of this very SecretID; `gone` when the role has none like it, undefined when nobody can tell. */
async function examineTerms(access, role, context) {
	const { plain, add, roleId, refused } = context;
	try {
		const settings = await ifAllowed(readRole(access, role));
		const same = roleId === void 0 || await ifAllowed(hasRoleId(access, role, roleId));
		if (same === false) {
			add(misnamed(role));
			return;
		}
		if (settings) roleFindings(settings).forEach(add);
		const facts = plain && await ifAllowed(lookUpSecretId(access, role, plain).then((found) => found ?? "gone"));
		if (facts === "gone") {
			add(same ? terms_gone(role) : unrelated(role));
			return same ? "gone" : void 0;
		}
		if (facts) add(finding("this SecretID is", termsOf(facts, settings)));
		else if (settings) add(finding("a SecretID of this role is", ofRole(settings)));
		else add(await refused());
		return facts;
	} catch (error) {
		add(refusedWith(error, 404) ? terms_unknown(role) : finding_failure("role", error));
		return;
	}
}
/** Undefined for whoever may not ask. */
async function ifAllowed(asked) {
	try {
		return await asked;
	} catch (error) {
		if (refusedWith(error, 403)) return void 0;
		throw error;
	}
}
function terms_unknown({ mount, name }) {
	return {
		level: "wrong",
		check: "role",
		what: `there is no role ${name} at auth/${mount}`,
		remedy: hinted(hint("no-such-role"))
	};
}
function misnamed(role) {
	return {
		level: "wrong",
		check: "role",
		what: `the RoleID is not that of role ${role.name}, whose SecretIDs are not looked at`,
		remedy: `Name the role of this RoleID in roleName, or give the RoleID of this role: \`bao read ${rolePath(role)}/role-id\`.`
	};
}
function terms_gone({ name }) {
	return {
		level: "wrong",
		check: "SecretID",
		what: `role ${name} has no such SecretID: it is wrong, of another role, expired, used up or destroyed`,
		remedy: "Mint a new one for this role. (docs/troubleshooting.md#invalid-role-or-secret-id)"
	};
}
function unrelated(role) {
	const remedy = `Allow the token "read" on ${rolePath(role)}/role-id.`;
	const what = `role ${role.name} has no such SecretID, but whether the RoleID is of this role may not be asked`;
	return skip("SecretID", what, remedy);
}
/** The addresses of the role hold for those that have none of their own. */
function termsOf({ uses, expiresAt, cidrs }, settings) {
	return {
		often: uses > 0 ? `${uses} more logins` : void 0,
		long: expiresAt && `until ${expiresAt}`,
		where: from(cidrs.length > 0 ? cidrs : settings?.secretIdCidrs ?? [])
	};
}
function ofRole({ secretIdUses, secretIdTtl, secretIdCidrs }) {
	return {
		often: secretIdUses > 0 ? `${secretIdUses} logins` : void 0,
		long: secretIdTtl > 0 ? `for ${secretIdTtl} s` : void 0,
		where: from(secretIdCidrs)
	};
}
function from(cidrs) {
	return cidrs.length > 0 ? `from ${cidrs.join(", ")}` : void 0;
}
function finding(subject, { often, long, where }) {
	const what = [
		often ?? "any number of logins",
		long ?? "without end",
		where ?? "from any address"
	].join(", ");
	const check = "SecretID";
	const missing = [
		often ? [] : ["secret_id_num_uses"],
		long ? [] : ["secret_id_ttl"],
		where ? [] : ["secret_id_bound_cidrs"]
	].flat();
	if (missing.length === 0) return {
		level: "ok",
		check,
		what: `${subject} good for ${what}`
	};
	const remedy = `Set ${missing.join(", ")} of the role: what is stolen is then worth less.`;
	return {
		level: "weak",
		check,
		what: `${subject} good for ${what}`,
		remedy
	};
}
function roleFindings({ bindSecretId, tokenCidrs }) {
	const check = "role";
	const free = {
		level: "weak",
		check,
		what: "it wants no SecretID",
		remedy: "Set bind_secret_id=true."
	};
	const bound = tokenCidrs.length > 0 ? `tokens work from ${tokenCidrs.join(", ")}` : "tokens work from any address";
	return [...bindSecretId ? [] : [free], {
		level: "ok",
		check,
		what: bound
	}];
}


;// CONCATENATED MODULE: ./build/cli/src/cli/doctor/secret-id.js








// src/cli/doctor/secret-id.ts
const CHECK = "SecretID";
/** Whether to log in with it. */
async function examineSecretId(identity, context) {
	const { add, call } = context;
	const { secretId } = identity;
	if (secretId.kind === "none") {
		add({
			level: "wrong",
			check: CHECK,
			what: "none is given",
			remedy: hinted(hint("missing-secret-id"))
		});
		return false;
	}
	if (secretId.kind === "wrapped" && !await examineWrapping(identity, context)) return false;
	const uses = await usesLeft(identity, context);
	if (uses === "gone") return false;
	if (uses === "unlimited" || call.flags.has("use-secret-id")) return true;
	add(secretId.kind === "wrapped" ? UNOPENED : UNTRIED);
	return false;
}
const UNTRIED = skip(CHECK, "not tried: a login takes one of its uses, if they are limited", "Say --use-secret-id to spend one.");
const UNOPENED = skip(CHECK, "not tried: a wrapping token opens only once", "Say --use-secret-id to spend it.");
async function examineWrapping(identity, context) {
	const { secretId } = identity;
	const { add, config, connection } = context;
	if (secretId.kind !== "wrapped") return true;
	try {
		const wrapped = expectedIn(identity, secretId.wrappingToken, config.authNamespace);
		const { creationPath } = await checkWrapping(connection, wrapped);
		add({
			level: "ok",
			check: CHECK,
			what: `in a wrapping token that nobody has opened, made by ${creationPath}`
		});
		return true;
	} catch (error) {
		add(finding_failure(CHECK, error));
		return false;
	}
}
/** With a token of an operator's own beside the AppRole, the SecretID is looked up, which spends nothing. */
async function usesLeft({ mount, roleId, secretId }, context) {
	const { add, call, config } = context;
	const { roleName, token } = call.inputs.raw;
	const operator = operatorAccess(context);
	if (!operator) {
		if (token !== "") add(skip("operator", "the token given beside the AppRole is none"));
		return "unknown";
	}
	if (!roleName) {
		add(skip("operator", "the token given beside the AppRole is not used", "Name the role in roleName."));
		return "unknown";
	}
	const plain = secretId.kind === "plain" ? secretId.secretId : void 0;
	const access = {
		...operator,
		namespace: config.authNamespace
	};
	const role = {
		mount,
		name: roleName
	};
	const refused = () => refusedTo(access, role);
	const facts = await examineTerms(access, role, {
		plain,
		roleId,
		add,
		refused
	});
	if (facts === "gone") return "gone";
	if (!facts) return "unknown";
	return facts.uses === 0 ? "unlimited" : "limited";
}
/** A server refuses a token that it does not know as one that lacks a policy; asked for itself, it tells. */
async function refusedTo({ connection, token, namespace }, role) {
	const check = "operator";
	const path = rolePath(role);
	try {
		await lookUpSelf(connection, {
			token,
			namespace
		});
		const remedy = `Allow it "read" on ${path} and ${path}/role-id, and "update" on ${path}/secret-id/lookup.`;
		return skip(check, `the token given beside the AppRole may not read ${path}`, remedy);
	} catch (error) {
		return finding_failure(check, error);
	}
}
/** Whoever names both means the token for looking things up: the login is the AppRole's. */
function operatorAccess({ call, connection, ci }) {
	const { raw } = call.inputs;
	const { identity } = readIdentity({
		...raw,
		method: "token"
	}, call.machine.readFile);
	if (raw.token === "" || identity?.method !== "token") return void 0;
	ci.mask([identity.token.reveal()]);
	return {
		connection,
		token: identity.token
	};
}


;// CONCATENATED MODULE: ./build/cli/src/cli/doctor/login.js




// src/cli/doctor/login.ts
/** A session; undefined where something is wrong, or a login would spend what it must not. */
async function examineLogin(config, connection, examination) {
	const { identity } = config;
	const { add, ci } = examination;
	if (identity.method === "token") return {
		connection,
		token: identity.token
	};
	/** Whoever else logs in is of use, too. */
	const anyone = {
		...identity,
		roleName: void 0
	};
	const attempt = (given) => logInAs({
		...config,
		identity: {
			...anyone,
			...given
		}
	}, connection, ci).then(succeeded, failed);
	const mount = await attempt({
		...NO_SECRET_ID,
		roleId: new Secret("")
	});
	add(mountFinding(identity.mount, mount));
	if (!said(mount.error, ASKS_ROLE_ID)) return void 0;
	const role = await attempt(NO_SECRET_ID);
	add(roleFinding(identity.mount, role));
	if (role.session || !said(role.error, ASKS_SECRET_ID)) return compared(role, identity, add);
	if (!await examineSecretId(identity, {
		config,
		connection,
		...examination
	})) return void 0;
	const login = await attempt({});
	if (!login.session) add(secretIdFinding(login.error));
	return compared(login, identity, add);
}
/** A login without SecretID tells whether mount and RoleID are right: it counts as no failed one and spends nothing. */
const NO_SECRET_ID = { secretId: { kind: "none" } };
const ASKS_ROLE_ID = /missing role_id/;
const ASKS_SECRET_ID = /missing secret_id/;
function succeeded(session) {
	return { session };
}
function failed(error) {
	return { error };
}
/** A job ends where another role logs in than the one that it names. */
function compared({ session }, { roleName: wanted }, add) {
	const found = session?.login?.roleName;
	if (wanted && found && wanted.toLowerCase() !== found.toLowerCase()) add({
		level: "wrong",
		check: "role",
		what: `the credentials are those of role ${found}, not of ${wanted}, which roleName says`,
		remedy: "A job ends here. Correct roleName, or give the credentials of that role."
	});
	return session;
}
function mountFinding(mount, { error }) {
	const check = "auth mount";
	if (said(error, ASKS_ROLE_ID)) return {
		level: "ok",
		check,
		what: `an AppRole is mounted at auth/${mount}`
	};
	if (!refusedWith(error, 403)) return finding_failure(check, error);
	return {
		level: "wrong",
		check,
		what: `no AppRole is mounted at auth/${mount}`,
		remedy: "Check --path, --namespace and --auth-namespace; `bao auth list` shows what is mounted. (docs/troubleshooting.md#login-permission-denied)"
	};
}
function roleFinding(mount, { session, error }) {
	const check = "RoleID";
	if (session) return {
		level: "weak",
		check,
		...ALONE
	};
	if (said(error, ASKS_SECRET_ID)) return {
		level: "ok",
		check,
		what: `known at auth/${mount}`
	};
	if (refusedWith(error, 403)) return {
		level: "wrong",
		check,
		...LOCKED
	};
	if (!said(error, /invalid role/)) return finding_failure(check, error);
	const remedy = `Compare it with \`bao read auth/${mount}/role/ROLE/role-id\`; one of another mount or namespace is unknown, too. (docs/troubleshooting.md#invalid-role-or-secret-id)`;
	return {
		level: "wrong",
		check,
		what: `not known at auth/${mount}`,
		remedy
	};
}
const ALONE = {
	what: "it is enough to log in: the role wants no SecretID (bind_secret_id=false)",
	remedy: "Let the role want one: whoever knows the RoleID and has an address that is allowed can log in."
};
const LOCKED = {
	what: "known, but its role is locked, or its entity disabled",
	remedy: "Five wrong SecretIDs lock a role for 15 minutes, for every job that uses it. Find the job that sends them; `bao read sys/locked-users` shows who is locked. (docs/troubleshooting.md#login-permission-denied)"
};
const MIGHTY = {
	what: "it has the policy root, with which no auth method may make tokens",
	remedy: "Give it a policy of its own: vault-approle policy prints one."
};
function secretIdFinding(error) {
	const check = "SecretID";
	if (said(error, /cannot create root tokens/)) return {
		level: "wrong",
		check: "role",
		...MIGHTY
	};
	if (!said(error, /invalid (role or secret ID|secret_id)/)) return finding_failure(check, error);
	return {
		level: "wrong",
		check,
		what: "refused: it is wrong, expired, used up or destroyed, because the RoleID is right",
		remedy: "Mint a new one for this role. Do not try this one again: five refused ones lock the role for 15 minutes. (docs/troubleshooting.md#invalid-role-or-secret-id)"
	};
}


;// CONCATENATED MODULE: ./build/cli/src/printable.js
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


;// CONCATENATED MODULE: ./build/cli/src/cli/doctor/report.js


// src/cli/doctor/report.ts
/** Why this exists: findings are printed, redacted and made inert, as they come or as one JSON text. */
const WIDTHS = {
	level: 9,
	check: 12
};
function reportTo({ flags, streams, surroundings }) {
	const { terminal } = surroundings;
	const findings = [];
	const isJson = flags.has("json");
	const printable = (text) => inert(spelled(redact(text, terminal.hidden())));
	return {
		add: ({ level, check, what, remedy }) => {
			const finding = {
				level,
				check,
				what: printable(what),
				...remedy && { remedy: printable(remedy) }
			};
			findings.push(finding);
			if (!isJson) streams.stdout.write(lineOf(finding));
		},
		end: () => {
			const status = findings.some(({ level }) => level === "wrong") ? 1 : 0;
			if (isJson) streams.stdout.write(`${JSON.stringify({
				status,
				findings
			}, null, 2)}\n`);
			terminal.info(report_countsOf(findings));
			return status;
		}
	};
}
function lineOf({ level, check, what, remedy }) {
	const indent = " ".repeat(WIDTHS.level + WIDTHS.check);
	const text = remedy ? `${what}\n\u2192 ${remedy}` : what;
	return `${level.padEnd(WIDTHS.level)}${check.padEnd(WIDTHS.check)}${text.replaceAll("\n", `\n${indent}`)}\n`;
}
function report_countsOf(findings) {
	const told = [
		"wrong",
		"weak",
		"skipped"
	].map((level) => ({
		level,
		count: findings.filter((one) => one.level === level).length
	})).filter(({ count }) => count > 0).map(({ level, count }) => `${count} ${level}`);
	return told.length > 0 ? `${told.join(", ")}.` : "Nothing is wrong, and nothing is weak.";
}


;// CONCATENATED MODULE: ./build/cli/src/cli/doctor/fields.js






// src/cli/doctor/fields.ts
const fields_CHECK = "secret";
async function examineFields(access, reads, context) {
	const values = [];
	for (const read of reads) values.push(...await examineRead(access, read, context));
	examineNames(values, context);
}
async function examineRead(access, read, context) {
	const { add } = context;
	if (!read.repeatable) {
		add(skip(fields_CHECK, `${read.apiPath}: not read, because that may make a credential`));
		return [];
	}
	try {
		const secret = await readSecret(access, read.apiPath, read);
		const found = [];
		for (const want of read.wants) found.push(...await examineWant(read, want, secret, context));
		return found;
	} catch (error) {
		add(isNotFound(error) && read.wants.every((want) => fields_canMiss(want, context.config)) ? {
			level: "ok",
			check: fields_CHECK,
			what: `${read.apiPath} is not there, which is allowed`
		} : finding_failure(fields_CHECK, error));
		return [];
	}
}
function fields_canMiss({ own, entry: { modifiers } }, { ignoreNotFound }) {
	return ignoreNotFound || own !== "" || modifiers.optional || modifiers.fallback !== void 0;
}
async function examineWant(read, want, secret, { config, add, ci }) {
	const subject = `${grammar_placeOf(want.entry)}: ${read.apiPath}`;
	const version = secret.version === void 0 ? "" : ` (version ${secret.version})`;
	try {
		const values = await valuesOf([{
			read: {
				...read,
				wants: [want]
			},
			secret
		}], config, ci);
		const fields = values.map(({ field }) => field).join(", ");
		add({
			level: "ok",
			check: fields_CHECK,
			what: `${subject} has ${fields || "nothing that is wanted, which is allowed"}${version}`
		});
		return values;
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		error.problems.forEach(({ problem }) => add({
			level: "wrong",
			check: fields_CHECK,
			what: problem
		}));
		return [];
	}
}
/** Names are checked over everything that is there: two values may want the same. */
function examineNames(values, { config, add }) {
	const check = "names";
	try {
		const { named, warnings } = nameValues(values, config);
		warnings.forEach((what) => add({
			level: "weak",
			check,
			what
		}));
		if (named.length > 0) add({
			level: "ok",
			check,
			what: named.map(({ label }) => label).join(", ")
		});
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		error.problems.forEach(({ problem }) => add({
			level: "wrong",
			check,
			what: problem
		}));
	}
}


;// CONCATENATED MODULE: ./build/cli/src/secrets/policy.js
// src/secrets/policy.ts
/** The rules for what is read; escapes in the paths are resolved, as a server does before it asks its policies. */
function rulesOf({ apiPath, listPath, folder }) {
	const [secrets, names] = [decodeURIComponent(apiPath), decodeURIComponent(listPath)];
	if (!folder) return [{
		path: secrets,
		reach: "exact",
		capabilities: ["read"]
	}];
	const list = {
		path: `${names}/`,
		reach: "exact",
		capabilities: ["list"]
	};
	if (folder === "direct") return [list, {
		path: secrets,
		reach: "segment",
		capabilities: ["read"]
	}];
	return [
		list,
		{
			path: names,
			reach: "subtree",
			capabilities: ["list"]
		},
		{
			path: secrets,
			reach: "subtree",
			capabilities: ["read"]
		}
	];
}
/** The rule for a certificate, or for anything else that is written to. */
function updateRule(path) {
	return {
		path: decodeURIComponent(path),
		reach: "exact",
		capabilities: ["update"]
	};
}
/** The path of a rule, as a policy has it. */
function pattern({ path, reach }) {
	return reach === "exact" ? path : `${path}/${reach === "segment" ? "+" : "*"}`;
}
/**
* The fewest rules that allow the same. Of all that match a request, a server takes the most specific one alone: so that
* one gets what the wider ones allow, and goes where it then says nothing more than they do.
*/
function simplified(rules) {
	const widened = rules.map((rule) => ({
		...rule,
		capabilities: allowedAt(rule, rules)
	}));
	const distinct = [...new Map(widened.map((rule) => [pattern(rule), rule])).values()];
	return distinct.filter((rule) => !isIdle(rule, distinct));
}
const ORDER = [
	"read",
	"list",
	"update"
];
function allowedAt(rule, rules) {
	const all = rules.filter((one) => covers(one, rule)).flatMap(({ capabilities }) => capabilities);
	return ORDER.filter((capability) => all.includes(capability));
}
/** Whether everything that `inner` matches is matched by `outer`. */
function covers(outer, inner) {
	if (pattern(outer) === pattern(inner)) return true;
	const below = inner.path.startsWith(`${outer.path}/`) || inner.path === outer.path;
	if (outer.reach === "subtree") return below && (inner.reach !== "exact" || inner.path !== outer.path);
	const rest = inner.path.slice(outer.path.length + 1);
	return outer.reach === "segment" && inner.reach === "exact" && below && /^[^/]+$/.test(rest);
}
/** A folder's own rule stays where there is one for a secret of the same name: a list would be judged by that one. */
function isIdle(rule, rules) {
	const shadow = rule.path.endsWith("/") && rules.some((one) => `${pattern(one)}/` === rule.path);
	const same = (one) => one.capabilities.join() === rule.capabilities.join();
	return !shadow && rules.some((one) => one !== rule && covers(one, rule) && same(one));
}
/** What paths in a policy begin with: it lies in the namespace of the login. Undefined where no policy there reaches. */
function prefixOf({ namespace, authNamespace }) {
	if (namespace === authNamespace) return "";
	if (authNamespace === void 0) return `${namespace}/`;
	return namespace?.startsWith(`${authNamespace}/`) ? `${namespace.slice(authNamespace.length + 1)}/` : void 0;
}
/** Why no policy can name this path and no other, or undefined: policies have wildcards and templates, but no escapes. */
function inexpressible({ path, reach }) {
	const segments = path.split("/");
	if (path.includes("{{")) return "a policy takes {{ for the begin of a template";
	if (segments.includes("+")) return "a policy takes + for any segment";
	if (path.includes("+*")) return "a policy may not hold +*";
	return reach === "exact" && path.endsWith("*") ? "a policy takes * at its end for anything" : void 0;
}
/** The policy as HCL. */
function policyText(rules) {
	return rules.map((rule) => {
		const capabilities = rule.capabilities.map((capability) => `"${capability}"`).join(", ");
		return `path "${quoted(pattern(rule))}" {\n  capabilities = [${capabilities}]\n}\n`;
	}).join("\n");
}
/** In HCL, `${` begins an interpolation also between quotes. */
function quoted(text) {
	return text.replace(/["\\]/g, "\\$&").replaceAll("${", "\\u0024{");
}


;// CONCATENATED MODULE: ./build/cli/src/vault/capabilities.js

// src/vault/capabilities.ts
/** Why this exists: what a token may do at which path, without doing it (developer.hashicorp.com/vault/api-docs/system/capabilities-self). */
/** OpenBao refuses a request with more than 1000 texts in it. */
const MOST_PATHS = 500;
/** The capabilities by path, `deny` or `root` alone among them. Paths are as in a policy, without escapes. Takes one use
* of the token for each 500 paths. Throws `VaultError` (403 for a token without the default policy), `UnreachableError`. */
async function capabilitiesOf(access, paths) {
	const known = /* @__PURE__ */ new Map();
	for (let at = 0; at < paths.length; at += MOST_PATHS) {
		const found = await capabilities_ask(access, paths.slice(at, at + MOST_PATHS));
		for (const [path, capabilities] of found) known.set(path, capabilities);
	}
	return known;
}
async function capabilities_ask({ connection, token, namespace }, paths) {
	return connection.send({
		operation: "capability lookup",
		method: "POST",
		path: "sys/capabilities-self",
		token,
		namespace,
		body: { paths },
		decode: ({ data }) => {
			const found = jsonObject(data);
			return found && new Map(Object.entries(found).map(([path, value]) => [path, capabilities_words(value)]));
		}
	});
}
function capabilities_words(value) {
	return Array.isArray(value) ? value.filter((word) => typeof word === "string") : [];
}


;// CONCATENATED MODULE: ./build/cli/src/cli/policy-mounts.js




// src/cli/policy-mounts.ts
/** The mounts that the entries lie in: asked for with a token, else as `--kv-version` says, else KV version 2. */
async function mountsFor(parts, call) {
	const { flags, surroundings } = call;
	const version = versionOf(flags.get("kv-version"));
	const open = parts.entries.filter(isOpen);
	const known = open.length > 0 ? await asked(parts, open, call) : [];
	const guessed = [...new Set(open.filter(({ path }) => !mountOf(path, known)).map(policy_mounts_firstSegment))];
	const mounts = guessed.map((path) => ({
		path,
		type: "kv",
		version: version ?? 2
	}));
	if (version === void 0 && mounts.length > 0) surroundings.terminal.warn(guess(guessed));
	return [...known, ...mounts];
}
function versionOf(text) {
	if (text === void 0) return void 0;
	if (text === "1" || text === "2") return text === "1" ? 1 : 2;
	throw new UsageError([{
		name: "--kv-version",
		problem: `"${text}" is neither 1 nor 2`
	}]);
}
/** Engines whose paths no version changes. */
const DYNAMIC = /\/(creds|static-creds|sts)\/[^/]+$/;
/** Whether the path means different things in different engines. */
function isOpen({ path, folder }) {
	return needsMount(path) ? !DYNAMIC.test(path) : folder !== void 0 && !/^(sys|auth|identity|cubbyhole)\//.test(path);
}
function policy_mounts_firstSegment({ path }) {
	return `${path.split("/", 1)[0]}/`;
}
function guess(mounts) {
	return `KV version 2 is assumed for ${mounts.join(", ")}: give --kv-version, or --url and a token to ask the server with (VAULT_TOKEN).`;
}
async function asked({ config, namespace }, entries, { surroundings }) {
	if (config?.identity.method !== "token") return [];
	const connection = prepare(config, collect(surroundings.terminal));
	try {
		const access = {
			connection,
			token: config.identity.token,
			namespace
		};
		return await findMounts(access, entries.map(({ path }) => path));
	} catch (error) {
		if (!(error instanceof UnreachableError)) throw error;
		surroundings.terminal.warn(`${error.message}. So the server is not asked.`);
		return [];
	} finally {
		connection.close();
	}
}


;// CONCATENATED MODULE: ./build/cli/src/cli/doctor/beside.js

// src/cli/doctor/beside.ts
/** For each KV mount: the first is anywhere in it, the others lie beside and below what is wanted. */
function probesOf(entries, mounts) {
	const wanted = entries.map(({ path, folder }) => ({
		apiPath: locationIn(path, mounts).apiPath,
		folder
	}));
	return mounts.filter(({ version }) => version !== void 0).map(({ path, version }) => {
		const root = `${path}${version === 2 ? "data/" : ""}`;
		return [{
			path: `${root}${NAME}`,
			place: path
		}, ...wanted.flatMap(beside)].filter((probe) => probe.path.startsWith(root) && !wanted.some((one) => beside_covers(one, probe)));
	});
}
const NAME = "vault-approle-doctor";
/** A name that begins like the wanted one is also found by `app*`. */
function beside({ apiPath, folder }) {
	const place = apiPath.slice(0, apiPath.lastIndexOf("/") + 1);
	const sibling = `${apiPath}-${NAME}`;
	if (!folder) return [{
		path: sibling,
		place
	}];
	return [{
		path: `${sibling}/${NAME}`,
		place
	}, {
		path: `${apiPath}/${NAME}/${NAME}`,
		place: `${apiPath}/`
	}];
}
function beside_covers({ apiPath, folder }, { path }) {
	if (!folder) return path === apiPath;
	return path.startsWith(`${apiPath}/`) && (folder === "deep" || !path.slice(apiPath.length + 1).includes("/"));
}


;// CONCATENATED MODULE: ./build/cli/src/cli/doctor/rights.js






// src/cli/doctor/rights.ts
const rights_CHECK = "policy";
const REVOKE = "auth/token/revoke-self";
/**
* Tells what is missing and what is too much. Returns which API paths may be read: all, where nobody may ask. Asked in the
* namespace of the login, where the policies are: the default one allows the question there alone.
*/
async function examineRights(access, { reads, config, mounts }, add) {
	const prefix = prefixOf(config);
	if (prefix === void 0) {
		add(skip(rights_CHECK, "the namespace of the secrets is not within authNamespace, whose policies do not reach it"));
		return () => true;
	}
	const named = (apiPath) => `${prefix}${rights_plain(apiPath)}`;
	const wanted = [...reads.map(({ apiPath }) => ({
		path: apiPath,
		capability: "read",
		remedy: readRemedy(apiPath, prefix, mounts)
	})), ...config.certificates.map(({ path }) => ({
		path,
		capability: "update",
		remedy: `${ADD}: ${rule(named(path), "update")}`
	}))];
	const probes = probesOf(config.entries, mounts);
	const paths = [...wanted, ...probes.flat()].map(({ path }) => named(path));
	const known = await rights_ask({
		...access,
		namespace: config.authNamespace
	}, [...paths, REVOKE], add);
	if (!known) return () => true;
	const may = (path, capability) => ["root", capability].some((one) => known.get(path)?.includes(one));
	const findings = wanted.map((one) => right(one, named(one.path), known));
	new Map(findings.map((finding) => [finding.what, finding])).forEach(add);
	const wide = tooWide(probes, (path) => known.get(named(path))?.includes("read") ?? false);
	for (const place of wide) add(excessive(named(place)));
	if (!may(REVOKE, "update")) add(UNREVOKABLE);
	return (apiPath) => may(named(apiPath), "read");
}
/** Policies and their answers know no escapes, and no versions. */
function rights_plain(apiPath) {
	return decodeURIComponent(apiPath.replace(/\?version=\d+$/, ""));
}
/** The places in which more may be read than is wanted; of a mount that is open as a whole, the mount alone. */
function tooWide(probes, readable) {
	const places = probes.map((ofMount) => ofMount.filter(({ path }) => readable(path))).flatMap((found) => {
		const whole = found.find(({ place }) => found.every((one) => one.place.startsWith(place)));
		return whole ? [whole.place] : found.map(({ place }) => place);
	});
	return [...new Set(places)];
}
async function rights_ask(access, paths, add) {
	try {
		return await capabilitiesOf(access, paths);
	} catch (error) {
		add(refusedWith(error, 403) ? UNASKED : finding_failure(rights_CHECK, error));
		return;
	}
}
const UNASKED = skip(rights_CHECK, "the token may not ask what it may do (sys/capabilities-self), or not from this address", "The default policy allows it in the namespace of the token, which authNamespace names, unless token_bound_cidrs of the role forbids this address.");
const EXCESS = [
	"create",
	"update",
	"patch",
	"delete",
	"sudo"
];
function right({ capability, remedy }, path, known) {
	const found = known.get(path) ?? [];
	if (found.includes("root")) return {
		level: "ok",
		check: rights_CHECK,
		what: `root may ${capability} ${path}`
	};
	if (!found.includes(capability)) return {
		level: "wrong",
		check: rights_CHECK,
		what: `may not ${capability} ${path}`,
		remedy
	};
	const excess = EXCESS.filter((one) => one !== capability && found.includes(one));
	if (excess.length === 0 || capability === "update") return {
		level: "ok",
		check: rights_CHECK,
		what: `may ${capability} ${path}`
	};
	return {
		level: "weak",
		check: rights_CHECK,
		what: `may read ${path}, and also ${excess.join(", ")} it`,
		remedy: "Allow \"read\" alone: vault-approle policy prints the rule."
	};
}
function rule(path, capability) {
	return `path "${path}" { capabilities = ["${capability}"] }`;
}
/** A token sees no mount that none of its policies reaches into, and KV version 2 has other paths than the rest. */
function readRemedy(apiPath, prefix, mounts) {
	const path = rights_plain(apiPath);
	const direct = rule(`${prefix}${path}`, "read");
	if (mountOf(apiPath, mounts) || !isOpen({ path })) return `${ADD}: ${direct}`;
	const [first = ""] = path.split("/", 1);
	return `Which rule is missing depends on the mount, which this token cannot see. If ${first}/ is KV version 2: ${rule(`${prefix}${first}/data${path.slice(first.length)}`, "read")}. If it is version 1 or another engine: ${direct}. vault-approle policy prints the right one, with an operator's token in VAULT_TOKEN or with --kv-version.`;
}
const ADD = "Add to a policy of the role";
function excessive(place) {
	return {
		level: "weak",
		check: rights_CHECK,
		what: `may read more of ${place} than is wanted`,
		remedy: "Name the paths in place of a wildcard: vault-approle policy prints them."
	};
}
const UNREVOKABLE = {
	level: "weak",
	check: rights_CHECK,
	what: "may not revoke the token, which then lives until its TTL ends",
	remedy: `${ADD}: ${rule(REVOKE, "update")} (docs/troubleshooting.md#revoke-refused)`
};


;// CONCATENATED MODULE: ./build/cli/src/cli/doctor/uses.js


// src/cli/doctor/uses.ts
/** Lists as long as a use is left for what is in the folders. `uses`: 0 is unlimited. */
function within(uses, { list, count }) {
	return async (listPath) => {
		if (uses > 0 && count() + 1 >= uses) throw new UsageError([{
			name: "token",
			problem: TOO_FEW
		}]);
		return list(listPath);
	};
}
const TOO_FEW = "it has too few uses to list every folder and read a secret; set token_num_uses of the role to 0";
/** Undefined where the uses suffice for asking what the token may do, and for reading. */
function shortage({ uses, listed, reads, certificates }) {
	const job = listed + reads.length + certificates;
	const read = reads.filter(({ repeatable }) => repeatable).length;
	/** The last use of a token cannot be a question: the server answers that the token is invalid. */
	const own = listed + questions(reads.length + certificates) + Math.max(read, 1);
	const remedy = "Set token_num_uses of the role to 0: each read counts. (docs/troubleshooting.md#token-uses)";
	if (uses === 0 || uses >= Math.max(job, own)) return void 0;
	if (uses < job) return {
		level: "wrong",
		check: "token",
		what: `it has ${uses} uses, and a job takes ${job} to read all this`,
		remedy
	};
	return skip("the rest", `looking at policies and secrets takes ${own} uses of the token, which has ${uses}`, remedy);
}
/** One for some hundred paths; each that is wanted brings some more to ask for. */
function questions(paths) {
	return 1 + Math.floor(paths / 100);
}


;// CONCATENATED MODULE: ./build/cli/src/cli/doctor/secrets.js









// src/cli/doctor/secrets.ts
/** Reads what can be read twice, and tells of it everything but the values. */
async function examineSecrets({ connection, token, login }, config, { add, ci }) {
	const { entries, certificates, namespace } = config;
	if (entries.length + certificates.length === 0) return add(skip("secrets", "there are none to look at", "Give --secrets, as the job does."));
	const access = {
		connection,
		token,
		namespace
	};
	const mounts = await findMounts(access, entries.map(({ path }) => path));
	mountFindings(entries, mounts).forEach(add);
	const uses = login?.uses ?? 0;
	const folders = lister(access);
	const list = within(uses, folders);
	const wants = [];
	for (const entry of entries) wants.push(...await expand(entry, locationIn(entry.path, mounts), {
		list,
		config,
		add
	}));
	const reads = planReads(wants);
	const short = shortage({
		uses,
		listed: folders.count(),
		reads,
		certificates: certificates.length
	});
	if (short) return add(short);
	const allowed = await examineRights(access, {
		reads,
		config,
		mounts
	}, add);
	await examineFields(access, reads.filter(({ apiPath }) => allowed(apiPath)), {
		config,
		add,
		ci
	});
}
function mountFindings(entries, mounts) {
	const check = "mount";
	const known = mounts.map(({ path, type, version }) => {
		return {
			level: "ok",
			check,
			what: `${path} is ${version ? `KV version ${version}` : type}`
		};
	});
	const paths = [...new Set(entries.map(({ path }) => path))];
	const lost = paths.filter((path) => !mountOf(path, mounts) && !/^(sys|auth|identity|cubbyhole)\//.test(path));
	const dataless = paths.filter((path) => {
		const mount = mountOf(path, mounts);
		return mount?.version === 1 && path.slice(mount.path.length).startsWith("data/");
	});
	return [
		...known,
		...lost.map((path) => ({
			level: "wrong",
			check,
			what: `${path}: ${secrets_LOST.what}`,
			remedy: secrets_LOST.remedy
		})),
		...dataless.map((path) => ({
			level: "weak",
			check,
			what: `${path}: ${DATALESS.what}`,
			remedy: DATALESS.remedy
		}))
	];
}
const secrets_LOST = {
	what: "nothing is mounted there, or no policy of the token reaches below it",
	remedy: "Check the path and the namespace; `bao secrets list` shows the mounts. (docs/troubleshooting.md#no-such-mount)"
};
const DATALESS = {
	what: "the mount is KV version 1, whose paths have no data/",
	remedy: "Leave data/ out, unless the secret really lies in a folder of that name."
};
/** The secrets that an entry means. */
async function expand(entry, location, { list, config, add }) {
	if (!entry.folder) return [{
		entry,
		own: "",
		...location
	}];
	const check = "folder";
	try {
		const wants = await expandFolder(list, entry, location);
		add({
			level: "ok",
			check,
			what: `${grammar_placeOf(entry)}: ${wants.length} secrets in ${entry.path}`
		});
		return wants;
	} catch (error) {
		if (isNotFound(error) && (entry.modifiers.optional || config.ignoreNotFound)) add({
			level: "ok",
			check,
			what: `${grammar_placeOf(entry)}: ${entry.path} is empty, which is allowed`
		});
		else if (error instanceof UsageError) add({
			level: "wrong",
			check,
			what: error.message
		});
		else add(finding_failure(check, error));
		return [];
	}
}


;// CONCATENATED MODULE: ./build/cli/src/vault/condition.js


// src/vault/condition.ts
/** Why this exists: what a node is up to, for people to read (developer.hashicorp.com/vault/api-docs/system/health, \u2026/seal-status). */
const condition_HEALTH = object({
	initialized: schemas_boolean(),
	sealed: schemas_boolean(),
	standby: schemas_boolean(),
	version: optional(string())
});
const SEAL = object({
	t: schema_number,
	progress: schema_number
});
/** Otherwise each state has a status of its own, most of them those of errors. */
const ALWAYS_200 = [
	"standbyok=true",
	"perfstandbyok=true",
	"sealedcode=200",
	"uninitcode=200",
	"drsecondarycode=200"
].join("&");
/** Asked without a namespace, which the endpoint refuses, and without a token. Throws `VaultError`, `UnreachableError`. */
async function readCondition(connection) {
	const health = await condition_ask(connection, `sys/health?${ALWAYS_200}`, condition_HEALTH);
	const { version = "unknown" } = health;
	if (!health.sealed || !health.initialized) return {
		...health,
		version
	};
	const seal = await condition_ask(connection, "sys/seal-status", SEAL).catch(() => void 0);
	return {
		...health,
		version,
		keysMissing: seal && seal.t - seal.progress
	};
}
async function condition_ask(connection, path, shape) {
	return connection.send({
		operation: "health",
		method: "GET",
		path,
		decode: ({ whole }) => shape.safeParse(whole).data
	});
}


;// CONCATENATED MODULE: external "node:tls"
const external_node_tls_namespaceObject = require("node:tls");
;// CONCATENATED MODULE: ./build/cli/src/cli/doctor/tls.js






// src/cli/doctor/tls.ts
/** Why this exists: of a certificate that is refused, all that is wrong with it is told, and who made it. */
const tls_CHECK = "TLS";
/** A handshake, and a look at the certificate. */
async function examineTls(place, label, server) {
	const seen = await shakeHands(place, server).catch((error) => ({ error }));
	if ("error" in seen) return [outage(tls_CHECK, label, seen.error)];
	const faults = faultsOf(seen, server.tls.serverName ?? place.host);
	if (faults.length === 0) return [accepted(label, seen)];
	const level = server.tls.skipVerify ? "weak" : "wrong";
	return faults.map(({ what, anchor }) => tls_fault(level, `${label}: ${what}`, anchor));
}
/** Not verified, so that the certificate can be seen. Nothing is ever sent over this connection (rule R10). */
function shakeHands({ host, port }, { tls, timeoutMs }) {
	const servername = tls.serverName ?? ((0,external_node_net_namespaceObject.isIP)(host) ? "" : host);
	return new Promise((resolve, reject) => {
		const options = {
			host,
			port,
			...tlsOptions(tls),
			servername,
			rejectUnauthorized: false
		};
		const socket = (0,external_node_tls_namespaceObject.connect)(options, () => {
			const refusal = String(socket.authorizationError ?? "");
			resolve({
				cert: socket.getPeerCertificate(),
				protocol: socket.getProtocol() ?? "TLS",
				refusal
			});
			socket.destroy();
		});
		socket.setTimeout(timeoutMs, () => socket.destroy(network_LATE));
		socket.once("error", reject);
		socket.once("end", () => reject(Object.assign(/* @__PURE__ */ new Error("end"), { code: "ECONNRESET" })));
	});
}
function faultsOf({ cert, refusal }, name) {
	const [from, until] = [Date.parse(cert.valid_from), Date.parse(cert.valid_to)];
	const misnamed = (0,external_node_tls_namespaceObject.checkServerIdentity)(name, cert);
	const untrusted = refusal !== "" && !/EXPIRED|NOT_YET_VALID|ALTNAME/.test(refusal);
	const age = until < Date.now() ? "has expired" : from > Date.now() ? "is not valid yet" : void 0;
	return [
		...untrusted ? [{
			what: `the CA of its certificate is not known: ${issuer(cert)}`,
			anchor: "tls-unknown-ca"
		}] : [],
		...misnamed ? [{
			what: misnamed.message.replace(/\s+/g, " "),
			anchor: "tls-name"
		}] : [],
		...age ? [{
			what: `its certificate ${age}: ${cert.valid_from} to ${cert.valid_to}`,
			anchor: "tls-expired"
		}] : []
	];
}
function issuer({ issuer: { CN, O } }) {
	return [CN, O].flat().filter(Boolean).join(", ") || "it has no name";
}
function tls_fault(level, what, anchor) {
	return {
		level,
		check: tls_CHECK,
		what,
		remedy: hinted(hint(anchor))
	};
}
const DAY_MS = 864e5;
/** Days before its end at which a certificate should have been renewed. */
const SOON = 14;
function accepted(label, { protocol, cert }) {
	const days = Math.floor((Date.parse(cert.valid_to) - Date.now()) / DAY_MS);
	const what = `${label}: ${protocol}, certificate of ${issuer(cert)}, valid until ${cert.valid_to}`;
	if (days >= SOON) return {
		level: "ok",
		check: tls_CHECK,
		what
	};
	const remedy = `It ends in ${days} days: renew it.`;
	return {
		level: "weak",
		check: tls_CHECK,
		what,
		remedy
	};
}


;// CONCATENATED MODULE: external "node:dns/promises"
const external_node_dns_promises_namespaceObject = require("node:dns/promises");
;// CONCATENATED MODULE: ./build/cli/src/cli/doctor/network.js






// src/cli/doctor/network.ts
/** Why this exists: each step from a name to a secure connection fails in its own way, so each is taken by itself. */
/** What leads to an address, up to where something is wrong. */
async function examineNetwork(address, server) {
	const { hostname, port, protocol, host: label } = new URL(address.base);
	const place = {
		host: hostname.replace(/^\[|\]$/g, ""),
		port: Number(port) || (protocol === "https:" ? 443 : 80)
	};
	if (address.proxy) return [{
		level: "skipped",
		check: "connection",
		what: `${label}: a proxy makes it.`
	}];
	const resolved = await examineName(place, server.timeoutMs);
	if (isWrong(resolved)) return resolved;
	const connected = [...resolved, await examineConnection(place, label, server.timeoutMs)];
	if (isWrong(connected) || protocol === "http:") return connected;
	return [...connected, ...await examineTls(place, label, server)];
}
function isWrong(findings) {
	return findings.some(({ level }) => level === "wrong");
}
async function examineName({ host }, timeoutMs) {
	if ((0,external_node_net_namespaceObject.isIP)(host)) return [];
	const check = "name";
	try {
		return [{
			level: "ok",
			check,
			what: `${host} is ${(await network_within(timeoutMs, (0,external_node_dns_promises_namespaceObject.lookup)(host, { all: true }))).map(({ address }) => address).join(", ")}`
		}];
	} catch (error) {
		return [outage(check, host, error)];
	}
}
async function examineConnection(place, label, timeoutMs) {
	const check = "connection";
	try {
		await reach(place, timeoutMs);
		return {
			level: "ok",
			check,
			what: `${label} accepts connections`
		};
	} catch (error) {
		return outage(check, label, error);
	}
}
function reach({ host, port }, timeoutMs) {
	return new Promise((resolve, reject) => {
		const socket = (0,external_node_net_namespaceObject.connect)({
			host,
			port
		}, () => {
			socket.destroy();
			resolve();
		});
		socket.setTimeout(timeoutMs, () => socket.destroy(network_LATE));
		socket.once("error", reject);
	});
}
/** A resolver has its own idea of how long it may take. */
async function network_within(ms, work) {
	let timer;
	const late = new Promise((_, reject) => {
		timer = setTimeout(reject, ms, network_LATE);
	});
	return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
const network_LATE = /* @__PURE__ */ new Error("late");
/** What a failure on the way means, in the words that a job has for it. */
function outage(check, label, error) {
	const { code, what } = outageOf(error, {
		timedOut: error === network_LATE,
		connecting: true
	});
	const hint = hintFor({
		operation: "health",
		code
	});
	return {
		level: "wrong",
		check,
		what: `${label}: ${what}`,
		remedy: hint && hinted(hint)
	};
}


;// CONCATENATED MODULE: ./build/cli/src/cli/doctor/server.js






// src/cli/doctor/server.ts
/** Why this exists: which of the given addresses can serve a job, and what is the matter with the others. */
/** The server with the addresses that work; undefined when none does. One that fails is weak where another works. */
async function examineServer(server, { add, ci: { cancelled } }) {
	const nodes = [];
	for (const address of server.addresses) {
		cancelled?.throwIfAborted();
		nodes.push({
			address,
			findings: await examineNode(address, server, cancelled)
		});
	}
	const [first, ...others] = nodes.filter(({ findings }) => !isWrong(findings)).map(({ address }) => address);
	const soften = (one) => one.level === "wrong" && first ? {
		...one,
		level: "weak"
	} : one;
	nodes.flatMap(({ findings }) => findings).forEach((finding) => add(soften(finding)));
	return first && {
		...server,
		addresses: [first, ...others]
	};
}
async function examineNode(address, server, cancelled) {
	const way = await examineNetwork(address, server);
	return isWrong(way) ? way : [...way, await examineHealth(address, server, cancelled)];
}
async function examineHealth(address, server, cancelled) {
	const check = "server";
	const label = new URL(address.base).host;
	const connection = connect({
		...server,
		addresses: [address],
		retries: 0
	}, { cancelled });
	try {
		return state(label, await readCondition(connection));
	} catch (error) {
		cancelled?.throwIfAborted();
		if (error instanceof UnreachableError) return finding_failure(check, error);
		return {
			level: "skipped",
			check,
			what: `${label}: it does not tell its state (sys/health).`
		};
	} finally {
		connection.close();
	}
}
function state(label, { initialized, sealed, standby, version, keysMissing }) {
	const check = "server";
	const keys = keysMissing === void 0 ? "" : `; unseal keys still needed: ${keysMissing}`;
	const trouble = initialized ? sealed && `is sealed${keys}` : "is not initialised";
	if (trouble) return {
		level: "wrong",
		check,
		what: `${label} ${trouble}`,
		remedy: hinted(hint("sealed"))
	};
	return {
		level: "ok",
		check,
		what: `${label}: version ${version}, ${standby ? "standby" : "active"}`
	};
}


;// CONCATENATED MODULE: ./build/cli/src/cli/doctor/token.js




// src/cli/doctor/token.ts
/** Seconds; no job of a hosted runner may take longer. */
const LONGEST_JOB = 21600;
const token_CHECK = "token";
/** Why the token is not to be used for looking further: one of the user's own keeps its uses. Undefined where it is. */
async function examineToken(session, config, examination) {
	const { add, call } = examination;
	try {
		const facts = await token_factsOf(session, config);
		const { role, policies, ttl, uses } = facts;
		const lifetime = ttl > 0 ? `TTL ${ttl} s` : "without end";
		const who = role ? `role ${role}, ` : "";
		add({
			level: "ok",
			check: token_CHECK,
			what: `${who}policies ${policies.join(", ")}, ${lifetime}`
		});
		token_weaknesses(facts).forEach(([what, remedy]) => add({
			level: "weak",
			check: token_CHECK,
			what,
			remedy
		}));
		if (uses > 0 && !session.login) return "the token is yours, and looking further takes uses of it";
		if (session.login && call.inputs.raw.token === "") await examineRole(session, config, add);
		return;
	} catch (error) {
		add(finding_failure(token_CHECK, error));
		return "it needs a token that works";
	}
}
async function token_factsOf({ login, connection, token }, { authNamespace }) {
	if (!login) return lookUpSelf(connection, {
		token,
		namespace: authNamespace
	});
	const { roleName: role, policies, ttl, uses, type } = login;
	return {
		role,
		policies,
		ttl,
		uses,
		type
	};
}
function token_weaknesses({ policies, ttl, uses, type }) {
	return [
		...policies.includes("root") ? [ROOT] : [],
		...ttl === 0 && !policies.includes("root") ? [["it never expires", "Set token_ttl of the role."]] : [],
		...ttl > LONGEST_JOB ? [[`it lives ${Math.round(ttl / 3600)} hours`, SHORTER]] : [],
		...type === "batch" ? [BATCH] : [],
		...uses > 0 ? [[`it has ${uses} uses left`, USES]] : []
	];
}
const ROOT = ["its policy is root: it may do everything", "Give the role a policy of its own: vault-approle policy."];
const BATCH = ["it is a batch token, which nobody can revoke", "Set token_type=service of the role."];
const SHORTER = "Set token_ttl of the role to what a job takes.";
const USES = "Set token_num_uses of the role to 0: each read and the revocation count. (docs/troubleshooting.md#token-uses)";
/** A role may be allowed to read its own settings, for example to rotate its SecretID. */
async function examineRole({ connection, token, login }, config, add) {
	const { identity, authNamespace: namespace } = config;
	if (identity.method !== "approle" || !login?.roleName) return;
	if (login.uses > 0) {
		add(skip("role", "not looked up: the uses of the token are for the secrets", OPERATOR));
		return;
	}
	const { secretId } = identity;
	const plain = secretId.kind === "plain" ? secretId.secretId : void 0;
	const role = {
		mount: identity.mount,
		name: login.roleName
	};
	const refused = () => skip("role", `the token may not read ${rolePath(role)}`, OPERATOR);
	await examineTerms({
		connection,
		token,
		namespace
	}, role, {
		plain,
		add,
		refused
	});
}
const OPERATOR = "A token of an operator in --token-file, beside --role-name, tells how often and how long its SecretIDs can be used.";


;// CONCATENATED MODULE: ./build/cli/src/cli/doctor/doctor.js










// src/cli/doctor/doctor.ts
/** Why this exists: `doctor`: from the inputs to the last field, each step is looked at by itself, and each has its remedy. */
/** Prints what it finds. Spends no use of a SecretID and no wrapping token without `--use-secret-id`. */
async function doctor(call) {
	const { surroundings, inputs, machine } = call;
	const report = reportTo(call);
	const parts = readParts(inputs.raw, machine);
	const { collection } = await obtain((ci) => examine(parts, {
		call,
		ci,
		add: report.add
	}), surroundings);
	await endIt(collection.handle, surroundings);
	return report.end();
}
async function examine(parts, examination) {
	const { call, add, ci } = examination;
	inputFindings(parts, call.inputs).forEach(add);
	if (!parts.server) return add(skip("the rest", "there is no address that may be used"));
	const server = await examineServer(parts.server, examination);
	if (!server) return add(skip("the rest", "no address works"));
	if (!parts.config) return add(skip("the rest", "the credentials are not complete"));
	const config = {
		...parts.config,
		server,
		warnings: []
	};
	const connection = prepare(config, ci);
	try {
		const session = await examineLogin(config, connection, examination);
		if (!session) return add(skip("the rest", "it needs a login"));
		const unfit = await examineToken(session, config, examination);
		if (unfit) return add(skip("the rest", unfit));
		await examineSecrets(session, config, examination);
	} finally {
		connection.close();
	}
}


;// CONCATENATED MODULE: ./build/cli/src/cli/exec.js











// src/cli/exec.ts
/** Why this exists: `exec`: a command runs with the values in its environment, and nothing of them is left behind. */
/** Runs the command. Returns its status; throws what keeps it from being started. The token's end is seen to. */
async function exec(call) {
	const { config, surroundings } = call;
	const folders = folderList(surroundings.terminal);
	try {
		const program = programOf(call, folders.keep);
		const { collection } = await obtain((ci) => runJob(config, ci), surroundings);
		const { status, drained } = await runWith(collection, program, folders, call);
		await Promise.race([drained, outOfPatience(surroundings.signals)]);
		return status;
	} finally {
		folders.remove();
	}
}
/** The folders that we make; they go even where we break down. */
function folderList(terminal) {
	const folders = [];
	process.once("exit", () => removeFolders(folders));
	return {
		keep: (folder) => folders.push(folder),
		remove: () => removeFolders(folders.splice(0)).forEach((problem) => terminal.warn(problem))
	};
}
function programOf({ flags, rest }, keep) {
	const script = flags.get("script");
	if (script !== void 0) return placeScript(script, keep);
	const [file = "", ...args] = rest;
	return {
		file,
		args
	};
}
/** The token ends when the command has, while the last of its output may still be on its way. */
async function runWith(collection, program, folders, call) {
	try {
		const { ended, drained } = await startWith(collection, program, folders, call);
		return {
			status: await ended,
			drained
		};
	} finally {
		folders.remove();
		await endIt(collection.handle, call.surroundings);
	}
}
function startWith(collection, { file, args }, { keep }, { env: ours, flags, inputs, surroundings, streams, config, isTerminal }) {
	const folder = real((0,external_node_os_namespaceObject.tmpdir)());
	const place = {
		name: "the temporary folder (TMPDIR)",
		folder,
		workspace: workspaceAround(folder, ours)?.folder
	};
	const variables = privately(() => variablesOf(collection.publications, place, keep));
	const values = Object.fromEntries(variables.map(({ name, value }) => [name, value.reveal()]));
	const env = {
		...withoutCredentials(ours, inputs),
		...values
	};
	const carry = flags.has("no-mask") ? void 0 : redacting(collection, {
		config,
		surroundings,
		streams
	});
	return start({
		file,
		args,
		env
	}, {
		carry,
		signals: surroundings.signals,
		isTerminal
	});
}
/** Both of the command's streams, without what is secret. */
function redacting({ publications, handle }, { surroundings, streams, config }) {
	const own = [handle?.token, ...credentialsOf(config)].filter((secret) => secret !== void 0);
	const patterns = patternsOf([...secretsOf(publications), ...own], surroundings.terminal.hidden());
	return redactedTo(streams, patterns);
}
/** What the job logged in with. */
function credentialsOf({ identity }) {
	if (identity.method === "token") return [identity.token];
	const { secretId } = identity;
	if (secretId.kind === "plain") return [secretId.secretId];
	return secretId.kind === "wrapped" ? [secretId.wrappingToken] : [];
}
/** Milliseconds for whoever reads our output, once we were told to stop. */
const LONGEST_PATIENCE_MS = 3e3;
/** Who reads slowly gets everything. Who does not read at all keeps us until a signal comes. */
function outOfPatience(signals) {
	return new Promise((resolve) => {
		signals.listen(() => resolve());
		if (signals.received.length > 0) setTimeout(resolve, LONGEST_PATIENCE_MS).unref();
	});
}


;// CONCATENATED MODULE: ./build/cli/src/cli/table.js

// src/cli/table.ts
/** Why this exists: what the server said of something, as names and values in two columns (rule R6). */
/** A line for each row, whatever is in its value; `width` is that of the names, in characters. */
function tableOf(rows, width) {
	const oneLine = (text) => inert(text).replaceAll("\n", " ");
	return rows.map(([name, value]) => `${name.padEnd(width)}${oneLine(value)}\n`).join("");
}


;// CONCATENATED MODULE: ./build/cli/src/cli/login.js





// src/cli/login.ts
/** Logs in, revokes, and says what came of it. A token of the user's own is looked up, and left alone. */
async function login({ config, surroundings, flags, streams }) {
	const { collection, result: facts } = await obtain((ci) => login_factsOf(config, ci), surroundings);
	await endIt(collection.handle, surroundings);
	streams.stdout.write(flags.has("json") ? `${JSON.stringify(facts, null, 2)}\n` : login_described(facts));
	return 0;
}
async function login_factsOf(config, ci) {
	const connection = prepare(config, ci);
	try {
		const { token, login } = await logInAs(config, connection, ci);
		if (!login) return await lookUpSelf(connection, {
			token,
			namespace: config.authNamespace
		});
		const { roleName, policies, ttl, uses, type } = login;
		return {
			role: roleName,
			policies,
			ttl,
			uses,
			type
		};
	} finally {
		connection.close();
	}
}
function login_described({ role, policies, ttl, uses, type }) {
	const rows = [
		["role", role ?? "-"],
		["policies", policies.join(", ")],
		["TTL", ttl > 0 ? `${ttl} s` : "never expires"],
		["uses", uses > 0 ? `${uses}` : "unlimited"],
		["type", type]
	];
	return tableOf(rows, 10);
}


;// CONCATENATED MODULE: ./build/cli/src/config/command-line.js
// src/config/command-line.ts
/** One word for a shell. */
function command_line_word(text) {
	return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}


;// CONCATENATED MODULE: ./build/cli/src/cli/cidrs.js


// src/cli/cidrs.ts
/** Why this exists: address lists for roles and SecretIDs are checked before a server sees them. */
/** The addresses of a list separated by commas or blanks. Throws a `UsageError` for what is none. */
function readCidrs(text) {
	const cidrs = text.split(/[\s,]+/).filter(Boolean);
	const problems = cidrs.flatMap((cidr) => isCidr(cidr) ? [] : [{
		name: "--cidr",
		problem: `"${cidr}" is not a range of addresses, such as 10.1.0.0/16`
	}]);
	if (problems.length > 0) throw new UsageError(problems);
	return cidrs;
}
function isCidr(text) {
	const [, address = "", bits = ""] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
	const version = (0,external_node_net_namespaceObject.isIP)(address);
	return version !== 0 && Number(bits) <= (version === 4 ? 32 : 128);
}


;// CONCATENATED MODULE: ./build/cli/src/cli/durations.js
// src/cli/durations.ts
/** What is wrong with a time. Without a unit it is seconds; nothing at all would be the server's own choice. */
function durationProblems(name, text) {
	if (/^([1-9]\d*|([1-9]\d*[hms])+)$/.test(text)) return [];
	return [{
		name,
		problem: `"${text}" is no time such as 90s, 5m or 1h`
	}];
}


;// CONCATENATED MODULE: ./build/cli/src/cli/setup.js





// src/cli/setup.ts
/** Why this exists: all that an administrator does once for a role, as commands to paste, with settings that expire soon. */
const CLIS = ["bao", "vault"];
/** What the flags say of the role. Throws a `UsageError`. */
function readSetup({ flags, inputs }) {
	const { path, roleName, namespace, authNamespace } = inputs.raw;
	const cli = CLIS.find((known) => known === (flags.get("cli") ?? "bao"));
	const mount = readMount(path);
	const secretIdTtl = flags.get("secret-id-ttl");
	const problems = "problems" in mount ? [...mount.problems] : [];
	if (!cli) problems.push({
		name: "--cli",
		problem: `is one of ${CLIS.join(", ")}`
	});
	if (!/^\w([\w.-]*\w)?$/.test(roleName)) problems.push({
		name: "roleName",
		problem: whyNoRole(roleName)
	});
	if (secretIdTtl !== void 0) problems.push(...durationProblems("--secret-id-ttl", secretIdTtl));
	const cidrs = readCidrs(flags.get("cidr") ?? "");
	if (problems.length > 0 || !cli || "problems" in mount) throw new UsageError(problems);
	return {
		cli,
		mount: decodeURIComponent(mount.mount),
		role: roleName,
		namespace: authNamespace || namespace,
		cidrs,
		noDefaultPolicy: flags.has("no-default-policy"),
		secretIdTtl
	};
}
function whyNoRole(name) {
	return name === "" ? "is needed: the role to set up, and the name of its policy" : "is no name for a role: letters, digits, \"_\", \"-\" and \".\"";
}
/** The commands, in a shell of their own that ends at the first failure: pasted, they leave the terminal's shell alone. */
function setupText({ policy, ...setup }) {
	const { cli, mount, role, namespace, secretIdTtl } = setup;
	const variable = cli === "bao" ? "BAO" : "VAULT";
	const path = `auth/${mount}/role/${role}`;
	return `# Run by an administrator (${variable}_ADDR, ${variable}_TOKEN); may be run again. Replaces the policy ${role}, if there is one.
(
set -e
${namespace ? `export ${variable}_NAMESPACE=${command_line_word(namespace)}\n` : ""}
${cli} auth list -format=json | grep -qF ${command_line_word(`"${mount}/"`)} || ${cli} auth enable -path=${command_line_word(mount)} approle

${cli} policy write ${role} - <<'END'
${policy}END

${cli} write ${command_line_word(path)} ${settings(setup).join(" \\\n  ")}
${addresses(setup, path)}
# The RoleID, for the settings of the CI system.
role_id=$(${cli} read -field=role_id ${command_line_word(`${path}/role-id`)})
echo "RoleID: $role_id"

# ${secretIdTtl ? "A SecretID" : "A SecretID for the next job"}, in a wrapping token that opens once.
wrapping_token=$(${cli} write -f -wrap-ttl=5m -field=wrapping_token ${command_line_word(`${path}/secret-id`)})
echo "Wrapping token: $wrapping_token"
)
${secretIdTtl ? into(cli) : ""}`;
}
/** Where it is to stay, nobody has to see it. */
function into(cli) {
	return `
# Into the store of the CI system, unseen:
# ${cli} unwrap -field=secret_id <wrapping token> | gh secret set VAULT_SECRET_ID
`;
}
/** Unless it is stored, a SecretID is good for one login, soon. */
function settings({ role, cidrs, noDefaultPolicy, secretIdTtl }) {
	const list = cidrs.join(",");
	return [
		`token_policies=${role} token_ttl=20m token_max_ttl=1h token_type=service`,
		secretIdTtl ? `secret_id_ttl=${secretIdTtl} secret_id_num_uses=0` : "secret_id_ttl=10m secret_id_num_uses=1",
		...list ? [`secret_id_bound_cidrs=${list} token_bound_cidrs=${list}`] : [],
		...noDefaultPolicy ? ["token_no_default_policy=true"] : []
	];
}
function addresses({ cli, cidrs }, path) {
	if (cidrs.length > 0) return "";
	return `
# Where runners have addresses of their own, put them here and run this, too (or give --cidr):
# ${cli} write ${command_line_word(path)} secret_id_bound_cidrs=192.0.2.0/24 token_bound_cidrs=192.0.2.0/24
`;
}


;// CONCATENATED MODULE: ./build/cli/src/cli/policy.js







// src/cli/policy.ts
/** Why this exists: `policy`: what the wanted secrets need, as a policy, or with all that an administrator does once. */
/** Prints the policy, or with `--setup` the commands. */
async function policy(call) {
	const { flags, streams } = call;
	const parts = readParts(withToken(call), call.machine);
	const problems = [...problemsIn(parts), ...prefixProblems(parts)];
	if (problems.length > 0) throw new UsageError(problems);
	const setup = flags.has("setup") ? readSetup(call) : void 0;
	const mounts = await mountsFor(parts, call);
	const text = policyText(simplified(rulesFor(parts, mounts, flags.has("no-default-policy"))));
	streams.stdout.write(setup ? setupText({
		...setup,
		policy: text
	}) : text);
	return 0;
}
/** A person who writes policies has a token in the environment; nobody's SecretID is spent on them. */
function withToken({ inputs, env }) {
	const { raw } = inputs;
	return completeInputs((name) => name === "method" ? "token" : raw[name], env);
}
/** An address or a token may be missing or wrong: then nobody is asked. */
const NEEDED = [
	"secrets",
	"secretsFile",
	"pki",
	"namespace",
	"authNamespace"
];
function problemsIn({ entries, certificates, problems }) {
	const found = problems.filter(({ name }) => NEEDED.includes(name));
	if (found.length > 0 || entries.length > 0 || certificates.length > 0) return found;
	return [{
		name: "secrets",
		problem: "is empty: say what is to be read, here or in secretsFile"
	}];
}
function prefixProblems(parts) {
	if (prefixOf(parts) !== void 0) return [];
	return [{
		name: "namespace",
		problem: "is not within authNamespace: no policy there reaches it"
	}];
}
function rulesFor(parts, mounts, noDefaultPolicy) {
	const { entries, certificates } = parts;
	const wanted = [...entries.flatMap(({ path, folder }) => rulesOf({
		...locationIn(path, mounts),
		folder
	})), ...certificates.map(({ path }) => updateRule(path))].map((rule) => ({
		...rule,
		path: `${prefixOf(parts)}${rule.path}`
	}));
	const problems = wanted.flatMap((rule) => {
		const why = inexpressible(rule);
		return why ? [{
			name: "secrets",
			problem: `no policy can allow ${pattern(rule)} alone: ${why}`
		}] : [];
	});
	if (problems.length > 0) throw new UsageError(problems);
	return noDefaultPolicy ? [...wanted, updateRule("auth/token/revoke-self")] : wanted;
}


;// CONCATENATED MODULE: ./build/cli/src/cli/revoke.js





// src/cli/revoke.ts
/** Why this exists: `revoke`: everything that `export` made comes to its end, as often as it is asked for. */
/** What is wrong with the flags. */
function stateProblems({ flags }) {
	if (flags.get("state")) return [];
	return [{
		name: "--state",
		problem: "is needed: the file that export wrote, or a folder with such files"
	}];
}
/** Removes the files, revokes the tokens. Status 1 when a token may live on or a file could not be removed. */
async function revokeStates({ flags, surroundings }) {
	const path = flags.get("state") ?? "";
	const problems = [];
	const outcomes = [];
	const files = stateFiles((0,external_node_path_namespaceObject.resolve)(path));
	for (const file of files) try {
		outcomes.push(await revokeState(file, surroundings));
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		problems.push(...error.problems);
	}
	if (problems.length > 0) throw new UsageError(problems);
	if (files.length === 0) surroundings.terminal.info(`There is nothing to revoke in ${path}.`);
	return outcomes.every(Boolean) ? 0 : 1;
}
/** Values go first and the state last, so that a second try finds what the first has left. It goes even when the server is
* away: a token on disk is worse than one that nobody knows. */
async function revokeState(path, surroundings) {
	const { terminal } = surroundings;
	const state = readState(path);
	if (!state) {
		terminal.info(`There is nothing to revoke: ${path} is not there.`);
		return true;
	}
	if (state.handle) terminal.hide([state.handle.token.reveal()]);
	const values = [...removeFiles(state.files), ...removeFolders(state.folder ? [state.folder] : [])];
	const level = await endIt(state.handle, surroundings);
	const left = [...values, ...removeFiles([path, unfinished(path)])];
	left.forEach((problem) => terminal.warn(problem));
	return left.length === 0 && level === "info";
}


;// CONCATENATED MODULE: ./build/cli/src/vault/mint.js





// src/vault/mint.ts
/**
* Why this exists: SecretIDs for others, as they are or wrapped
* (developer.hashicorp.com/vault/api-docs/auth/approle#generate-new-secret-id).
*/
const MINTED = object({
	secret_id: string().check(_minLength(1)),
	secret_id_accessor: string(),
	secret_id_ttl: optional(schema_number),
	secret_id_num_uses: optional(schema_number)
});
/** A new SecretID. After a lost answer nobody knows whether there is one. Throws `VaultError`, `UnreachableError`. */
async function mintSecretId(access, role, terms) {
	return access.connection.send({
		operation: "mint",
		method: "POST",
		path: `${rolePath(role)}/secret-id`,
		token: access.token,
		namespace: access.namespace,
		once: true,
		body: bodyOf(terms),
		decode: ({ data }) => {
			const parsed = MINTED.safeParse(data);
			if (!parsed.success) return void 0;
			const { secret_id, secret_id_accessor, secret_id_ttl = 0, secret_id_num_uses } = parsed.data;
			return {
				secretId: new Secret(secret_id),
				accessor: secret_id_accessor,
				ttl: secret_id_ttl,
				uses: secret_id_num_uses
			};
		}
	});
}
function bodyOf({ metadata, cidrs, tokenCidrs }) {
	return {
		...metadata && { metadata: JSON.stringify(metadata) },
		...cidrs?.length && { cidr_list: cidrs },
		...tokenCidrs?.length && { token_bound_cidrs: tokenCidrs }
	};
}
const WRAPPED = object({
	token: string().check(_minLength(1)),
	creation_path: string(),
	ttl: schema_number,
	wrapped_accessor: optional(string())
});
/** A wrapping token that holds a new SecretID, which nobody sees before it is opened. Throws as `mintSecretId`. */
async function wrapSecretId(access, role, wrapping) {
	const { wrapTtl, custom } = wrapping;
	return access.connection.send({
		operation: "mint",
		method: "POST",
		path: `${rolePath(role)}/${custom ? "custom-secret-id" : "secret-id"}`,
		token: access.token,
		namespace: access.namespace,
		once: true,
		wrapTtl,
		body: {
			...bodyOf(wrapping),
			...custom && { secret_id: custom }
		},
		decode: ({ whole }) => {
			const parsed = WRAPPED.safeParse(whole.wrap_info);
			if (!parsed.success) return void 0;
			const { token, creation_path: creationPath, ttl, wrapped_accessor: accessor } = parsed.data;
			return {
				wrappingToken: new Secret(token),
				creationPath,
				ttl,
				accessor: accessor || void 0
			};
		}
	});
}


;// CONCATENATED MODULE: ./build/cli/src/cli/proof.js




// src/cli/proof.ts
/** Why this exists: a new SecretID is shown to work before anybody has to rely on it. */
/** Logins that a SecretID must be good for when a rotation begins: that of the rotation, and one, so that it can be looked up. */
const LEAST_USES = 2;
/** Logs in with it, and revokes the token. One that would be too few for the next rotation is left alone. Throws as `logIn`. */
async function prove({ secretId, uses }, call) {
	const { config, surroundings } = call;
	const { terminal, alive } = surroundings;
	if (uses && uses <= LEAST_USES) {
		terminal.warn(`The new SecretID is not proven, because it is good for so few logins (secret_id_num_uses=${uses}), and the next rotation needs ${LEAST_USES}.`);
		return;
	}
	const ci = collect(terminal, (handle) => alive.add(handle));
	const { identity } = config;
	if (identity.method !== "approle") return;
	const fresh = {
		...config,
		identity: {
			...identity,
			secretId: {
				kind: "plain",
				secretId
			}
		}
	};
	const connection = prepare({
		...fresh,
		warnings: []
	}, ci);
	try {
		await logInAs(fresh, connection, ci);
	} finally {
		connection.close();
	}
	terminal.info("The new SecretID works.");
	await endIt(ci.handle, surroundings);
}


;// CONCATENATED MODULE: ./build/cli/src/cli/rotation-rights.js




// src/cli/rotation-rights.ts
/** Why this exists: a token that may not finish a rotation must not begin one. */
/** What is missing in the token's policies, as the policy that has it; undefined when nothing is, or nobody may ask. */
async function missingRights(access, role) {
	const rules = rotationRules(role);
	try {
		const known = await capabilitiesOf(access, rules.map(({ path }) => path));
		return rules.filter(({ path, capabilities }) => !allows(known.get(path) ?? [], capabilities)).length > 0 ? rotation_rights_problem(role, rules) : void 0;
	} catch (error) {
		if (error instanceof VaultError) return void 0;
		throw error;
	}
}
function allows(known, wanted) {
	return known.includes("root") || wanted.every((capability) => known.includes(capability));
}
/** All that a token needs to rotate the SecretID it logged in with. */
function rotationRules(role) {
	const base = decodeURIComponent(rolePath(role));
	const update = {
		reach: "exact",
		capabilities: ["update"]
	};
	return [
		{
			path: `${base}/secret-id`,
			reach: "exact",
			capabilities: ["list", "update"]
		},
		{
			path: `${base}/secret-id/lookup`,
			...update
		},
		{
			path: `${base}/secret-id-accessor/lookup`,
			...update
		},
		{
			path: `${base}/secret-id-accessor/destroy`,
			...update
		}
	];
}
function rotation_rights_problem(role, rules) {
	return {
		name: "policy",
		problem: `nothing was minted, because this token may not finish what it would begin. A policy of role ${role.name} needs:\n${policyText(rules)}`
	};
}


;// CONCATENATED MODULE: ./build/cli/src/cli/steps.js

// src/cli/steps.ts
/** Why this exists: a command that is told to stop does so between two steps, and not for ever in the midst of one. */
/** Milliseconds that a step under way is waited for: an answer that nobody reads may be a token that nobody knows (rule R13). */
const LONGEST_STEP_MS = 4500;
function stepsUntil(signals) {
	const interruption = new Promise((_, reject) => {
		signals.listen((signal, nth) => {
			const leave = () => reject(new Interrupted(signal));
			if (nth > 1) leave();
			else setTimeout(leave, LONGEST_STEP_MS).unref();
		});
	});
	interruption.catch(() => void 0);
	return async (work) => {
		const first = await firstSoFar(signals);
		if (first) throw new Interrupted(first);
		return Promise.race([work(), interruption]);
	};
}


;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = require("node:crypto");
;// CONCATENATED MODULE: ./build/cli/src/cli/lineage.js

// src/cli/lineage.ts
/**
* Why this exists: what interrupted rotations have left is found again. Every SecretID that one rotation after another has
* made carries the same mark in its metadata, and the mark is that of the first one's accessor.
*/
const MAKER = "rotated_by";
const MARK = "rotation";
const US = "vault-approle";
/** The metadata of a successor: what its predecessor had, and the mark of their line. */
function successorMetadata(current) {
	return {
		...current.metadata,
		[MAKER]: US,
		[MARK]: markOf(current)
	};
}
/** Those that belong to the line of the current one, itself left out: they are to go once there is a successor. */
function relativesOf(current, all) {
	const mark = markOf(current);
	return all.filter(({ accessor, metadata }) => [marked(metadata), digest(accessor)].includes(mark)).filter(({ accessor }) => accessor !== current.accessor);
}
function markOf({ accessor, metadata }) {
	return marked(metadata) ?? digest(accessor);
}
function marked(metadata) {
	return metadata[MAKER] === US ? metadata[MARK] : void 0;
}
/** Metadata is in the clear in audit logs, where accessors are not. */
function digest(accessor) {
	return (0,external_node_crypto_namespaceObject.createHash)("sha256").update(accessor).digest("hex").slice(0, 32);
}


;// CONCATENATED MODULE: ./build/cli/src/cli/succession.js




// src/cli/succession.ts
/**
* Taken before anything is minted: what another rotation mints from now on is not ours to destroy. Undefined when the server
* does not know the SecretID any more: our own login was the last that it was good for, or somebody has destroyed it.
*/
async function lookAround(access, role, secretId) {
	const current = await lookUpSecretId(access, role, secretId);
	if (!current) return void 0;
	const accessors = await listAccessors(access, role);
	const found = (await inParallel(accessors, (accessor) => lookUpAccessor(access, role, accessor))).filter((facts) => facts !== void 0);
	const relatives = relativesOf(current, found);
	return {
		current,
		relatives,
		strangers: found.filter(({ accessor }) => accessor !== current.accessor).length - relatives.length
	};
}
/** Says what an operator may have to act on, before anything is done. */
function tellOf({ current, strangers, role, terminal }) {
	if (current.uses === 1) terminal.warn("The SecretID is good for one more login: should this rotation fail, no other can begin with it.");
	if (strangers === 0) return;
	const them = strangers === 1 ? "one more SecretID, which is not of this line and is left alone" : `${strangers} more SecretIDs, which are not of this line and are left alone`;
	terminal.info(`Role ${role.name} has ${them}: look at them if nobody but rotate should make any.`);
}
/** A successor is bound to what its predecessor was bound to. */
function succession_termsOf({ current }) {
	const { cidrs, tokenCidrs } = current;
	return {
		metadata: successorMetadata(current),
		cidrs,
		tokenCidrs
	};
}
/** Destroys them all, as far as that is possible, and tells. Whether none of them is left. */
async function destroyAll({ access, role, terminal }, accessors) {
	const outcomes = await inParallel(accessors, async (accessor) => {
		try {
			await destroyAccessor(access, role, accessor);
			return true;
		} catch (error) {
			if (!(error instanceof VaultError || error instanceof UnreachableError)) throw error;
			terminal.fail(error);
			terminal.warn(`The SecretID with accessor ${accessor} is still valid: run rotate again, or destroy it.`);
			return false;
		}
	});
	if (accessors.length > 0 && outcomes.every(Boolean)) terminal.info(`Destroyed: ${accessors.length === 1 ? "the SecretID" : "the SecretIDs"} with accessor ${accessors.join(", ")}.`);
	return outcomes.every(Boolean);
}


;// CONCATENATED MODULE: ./build/cli/src/cli/rotate.js












// src/cli/rotate.ts
/**
* Log in, look around, mint, prove, hand over, destroy what came before. Nothing that may be in use is destroyed before
* its successor is where it belongs, so that an interruption at any point leaves a SecretID that works.
*/
async function rotate(call) {
	const { config, surroundings } = call;
	const current = currentIn(config);
	const delivery = readDelivery(call);
	const step = stepsUntil(surroundings.signals);
	const ci = collect(surroundings.terminal, (handle) => surroundings.alive.add(handle));
	const connection = prepare(config, ci);
	try {
		return await rotateIn(await step(() => logInAs(config, connection, ci)), {
			call,
			delivery,
			current,
			step
		});
	} finally {
		connection.close();
		await endIt(ci.handle, surroundings);
	}
}
function currentIn({ identity }) {
	if (identity.method === "approle" && identity.secretId.kind === "plain") return {
		mount: identity.mount,
		secretId: identity.secretId.secretId
	};
	throw new UsageError([{
		name: "secretId",
		problem: "is needed as it is, in secretIdFile or VAULT_SECRET_ID: a wrapped one is spent when the rotation is interrupted, a token is none"
	}]);
}
async function rotateIn({ connection, token, login }, plan) {
	const { call, current, step } = plan;
	const { terminal } = call.surroundings;
	const role = {
		mount: current.mount,
		name: login?.roleName ?? ""
	};
	const access = {
		connection,
		token,
		namespace: call.config.authNamespace
	};
	const denied = await step(() => missingRights(access, role));
	if (denied) return rotate_failed(denied, plan);
	const family = await step(() => lookAround(access, role, current.secretId));
	if (!family) return rotate_failed(spent(role), plan);
	const line = {
		access,
		role,
		terminal,
		...family
	};
	tellOf(line);
	const fresh = await step(() => mintSecretId(access, role, succession_termsOf(line)));
	const status = await handOver(fresh, plan).catch(async (error) => {
		await destroyAll(line, [fresh.accessor]);
		throw error;
	});
	if (status !== 0) return rotate_failed(undelivered(status), plan);
	terminal.info(`Handed over to ${plan.delivery.place}: SecretID with accessor ${fresh.accessor}.`);
	const old = [line.current, ...line.relatives].map(({ accessor }) => accessor);
	return await destroyAll(line, old) ? 0 : 1;
}
/** Throws where the new SecretID has certainly not arrived. */
async function handOver(fresh, { call, delivery, step }) {
	await step(() => prove(fresh, call));
	return step(() => delivery.deliver(fresh.secretId));
}
function rotate_failed(problem, { call }) {
	call.surroundings.terminal.fail(new UsageError([problem]));
	return 1;
}
function undelivered(status) {
	return {
		name: "--exec",
		problem: `the command ended with status ${status}. The old SecretID stays valid, and so does the new one, which it may have stored. The next rotation that succeeds destroys what is left.`
	};
}
/**
* Nothing is minted then. The addresses that the SecretID was bound to are known to nobody any more, so that a successor
* might be good for more than it: that would stay unnoticed, while a job without a SecretID is noticed. It is nothing that
* the next login of a job would not have brought about.
*/
function spent(role) {
	const path = decodeURIComponent(rolePath(role));
	return {
		name: "SecretID",
		problem: `this login was the last that it was good for, or it was destroyed meanwhile. No SecretID is left where it came from, and none was made, because the addresses that it was bound to are not known any more. A rotation needs one that is good for two logins or more. Where the role has secret_id_num_uses=1, change that:
bao write ${path} secret_id_num_uses=0
Then mint one, with the cidr_list and metadata that it had, and store it:
bao write -f -field=secret_id ${path}/secret-id`
	};
}


;// CONCATENATED MODULE: ./build/cli/src/cli/wrap-order.js






// src/cli/wrap-order.ts
/** Why this exists: what kind of SecretID `wrap` is to ask for, or all that is wrong with its flags. */
const wrap_order_SOON = "5m";
/** The order. Throws a `UsageError`. */
function readOrder(call) {
	const { flags, inputs } = call;
	const mount = readMount(inputs.raw.path);
	const name = inputs.raw.roleName;
	const wrapTtl = flags.get("ttl") ?? wrap_order_SOON;
	const metadata = readMetadata(flags.get("metadata") ?? "");
	const custom = readCustom(call);
	const problems = [
		..."problems" in mount ? mount.problems : [],
		...name ? [] : [{
			name: "roleName",
			problem: "is needed: the role that the SecretID is for"
		}],
		...durationProblems("--ttl", wrapTtl),
		...metadata ? [] : [{
			name: "--metadata",
			problem: "is a list such as job=1234,url=https://ci.example.org"
		}],
		..."problem" in custom ? [custom] : []
	];
	const cidrs = readCidrs(flags.get("cidr") ?? "");
	if (problems.length > 0 || "problems" in mount || "problem" in custom) throw new UsageError(problems);
	return {
		mount: mount.mount,
		name,
		wrapTtl,
		cidrs,
		...metadata && { metadata },
		...custom
	};
}
/** `name=value`, separated by commas or new lines; undefined when it is not. */
function readMetadata(text) {
	const read = text.split(/[,\n]/).map((pair) => pair.trim()).filter(Boolean).map((pair) => /^([^=\s]+)=(.*)$/s.exec(pair));
	if (read.some((match) => !match)) return void 0;
	return Object.fromEntries(read.map((match) => [match?.[1] ?? "", match?.[2] ?? ""]));
}
const CUSTOM = "custom-secret-id";
/** The SecretID itself, where the trusted job chooses it. */
function readCustom({ flags, env, machine }) {
	const [file, variable] = [flags.get(`${CUSTOM}-file`), flags.get(`${CUSTOM}-variable`)];
	if (file && variable) return {
		name: `--${CUSTOM}-file`,
		problem: `cannot be combined with --${CUSTOM}-variable`
	};
	if (variable) {
		const text = env[variable]?.trim();
		return text ? { custom: new Secret(text) } : {
			name: `--${CUSTOM}-variable`,
			problem: `the variable ${variable} is not set, or empty`
		};
	}
	if (!file) return {};
	const read = readCredential(file, machine.readFile);
	return "problem" in read ? {
		name: `--${CUSTOM}-file`,
		...read
	} : { custom: new Secret(read.text.trim()) };
}


;// CONCATENATED MODULE: ./build/cli/src/cli/wrap.js









// src/cli/wrap.ts
/** Why this exists: `wrap`: a trusted job hands a SecretID to another one, which nobody can open unseen on the way. */
/** Prints the wrapping token and nothing else or, with `--check`, what is known of one. */
function wrap(call) {
	return call.flags.has("check") ? check(call) : mint(call);
}
/** The trusted job's own token is revoked: neither wrapping token nor SecretID depends on it. */
async function mint(call) {
	const { surroundings, streams, inputs, machine } = call;
	const order = readOrder(call);
	const config = readConfig({
		...inputs.raw,
		roleName: ""
	}, machine, inputs.standIns);
	const { collection, result } = await obtain((ci) => mintWith(config, order, ci), surroundings);
	const { wrappingToken, ttl, accessor, creationPath } = result;
	streams.stdout.write(`${wrappingToken.reveal()}\n`);
	surroundings.terminal.info(`Made by ${creationPath}; it opens once, within ${ttl} s.${accessor ? ` Accessor of the SecretID: ${accessor}.` : ""}`);
	await endIt(collection.handle, surroundings);
	return 0;
}
async function mintWith(config, order, ci) {
	const { custom } = order;
	if (custom) ci.mask([custom.reveal()]);
	const connection = prepare(config, ci);
	try {
		const { token } = await logInAs(config, connection, ci);
		return await wrapSecretId({
			connection,
			token,
			namespace: config.namespace
		}, roleOf(order), order);
	} finally {
		connection.close();
	}
}
function roleOf({ mount, name }) {
	return {
		mount,
		name
	};
}
/** Throws `WrappingError` when it is spent, unknown, or made elsewhere than expected. */
async function check(call) {
	const { surroundings, streams, inputs, machine } = call;
	const { roleId, roleIdFile } = inputs.raw;
	const raw = {
		...inputs.raw,
		roleId: roleId || roleIdFile ? roleId : "not needed"
	};
	const { config, problems } = readParts(raw, machine);
	if (problems.length > 0 || !config) throw new UsageError(problems);
	const wrapped = wrappedIn(config);
	const { result } = await obtain((ci) => wrap_lookUp(config, wrapped, ci), surroundings);
	const { creationPath, createdAt, ttl } = result;
	const until = new Date(Date.parse(createdAt) + 1e3 * ttl);
	const rows = [
		["made by", creationPath],
		["made at", createdAt],
		["opens until", Number.isNaN(until.getTime()) ? `${ttl} s after that` : until.toISOString()]
	];
	streams.stdout.write(tableOf(rows, 13));
	return 0;
}
function wrappedIn({ identity, authNamespace: namespace }) {
	if (identity.method !== "approle" || identity.secretId.kind !== "wrapped") throw new UsageError([{
		name: "wrappedSecretId",
		problem: "is needed: the wrapping token to look up"
	}]);
	return expectedIn(identity, identity.secretId.wrappingToken, namespace);
}
async function wrap_lookUp(config, wrapped, ci) {
	const connection = prepare(config, ci);
	try {
		return await checkWrapping(connection, wrapped);
	} finally {
		connection.close();
	}
}


;// CONCATENATED MODULE: ./build/cli/src/cli/commands.js


















const COMMANDS = /* @__PURE__ */ new Map([
	["exec", {
		flags: {
			script: "text",
			"no-mask": "switch",
			"token-env": "switch"
		},
		failure: 125,
		problems: [commandProblems],
		run: exec
	}],
	["export", {
		flags: {
			format: "text",
			out: "text",
			state: "text",
			"token-env": "switch",
			"add-mask": "switch"
		},
		failure: 1,
		problems: [
			restProblems,
			targetProblems,
			maskingProblems
		],
		run: exportValues
	}],
	["revoke", {
		flags: { state: "text" },
		failure: 1,
		problems: [restProblems, stateProblems],
		runPlain: revokeStates
	}],
	["login", {
		flags: { json: "switch" },
		failure: 1,
		problems: [restProblems],
		run: login
	}],
	["doctor", {
		flags: {
			json: "switch",
			"use-secret-id": "switch"
		},
		failure: 1,
		problems: [restProblems],
		runParts: doctor
	}],
	["policy", {
		flags: {
			setup: "switch",
			cli: "text",
			"kv-version": "text",
			cidr: "text",
			"secret-id-ttl": "text",
			"no-default-policy": "switch"
		},
		failure: 1,
		problems: [restProblems],
		runParts: policy
	}],
	["wrap", {
		flags: {
			ttl: "text",
			metadata: "text",
			cidr: "text",
			"custom-secret-id-file": "text",
			"custom-secret-id-variable": "text",
			check: "switch"
		},
		failure: 1,
		problems: [restProblems],
		runParts: wrap
	}],
	["rotate", {
		flags: {
			out: "argument",
			exec: "argument"
		},
		failure: 1,
		problems: [restProblems, deliveryProblems],
		run: rotate
	}]
]);
const COMMON = {
	debug: "switch",
	help: "switch"
};
/** The flags of a command. */
function flagsOf({ flags, run, runParts }) {
	return new Map([
		...run || runParts ? INPUT_FLAGS : [],
		...Object.entries(flags),
		...Object.entries(COMMON)
	]);
}
/** The flags of all commands that can be a variable. */
const ALL = new Set([...COMMANDS.values()].flatMap((one) => [...flagsOf(one)]).flatMap(([name, kind]) => kind === "argument" ? [] : [name]));
/** Runs a command. Returns its status; throws what the user is to be told: of all that is wrong with a call, everything. */
async function commands_run(command, argv, invocation) {
	const { env } = invocation;
	const known = {
		flags: flagsOf(command),
		all: ALL
	};
	const { flags, rest, problems: wrong } = readArguments(argv, known, env);
	const call = {
		...invocation,
		flags,
		rest
	};
	const problems = [
		...wrong,
		...command.problems.flatMap((find) => find(call)),
		...debugProblems(env)
	];
	if (command.run) return command.run({
		...call,
		...readAll(call, problems)
	});
	if (command.runParts) return command.runParts({
		...call,
		...readSome(call, problems)
	});
	if (problems.length > 0) throw new UsageError(problems);
	return await command.runPlain?.(call) ?? 0;
}
/** The inputs as texts. Throws a `UsageError` with these problems and those of reading them. */
function readSome({ flags, env }, known) {
	const { inputs, problems } = readInputs(flags, env, readFile);
	if (known.length + problems.length > 0) throw new UsageError([...known, ...problems]);
	return {
		inputs,
		machine: machineOf(env)
	};
}
const readFile = (path) => (0,external_node_fs_namespaceObject.readFileSync)(path === "-" ? 0 : path, "utf8");
function machineOf(env) {
	const crypto = () => process.getBuiltinModule("node:crypto");
	return {
		readFile,
		proxyFor: (base) => proxyFor(base, env),
		crypto
	};
}
/** The inputs and what they mean. Throws a `UsageError` with these problems and those that are found. */
function readAll({ flags, env }, known) {
	const { inputs, problems: unread } = readInputs(flags, env, readFile);
	const machine = machineOf(env);
	const problems = [...known, ...unread];
	const raw = {
		...inputs.raw,
		exportToken: flags.get("token-env") ?? ""
	};
	try {
		const config = readConfig(raw, machine, inputs.standIns);
		if (problems.length === 0) return {
			inputs,
			machine,
			config
		};
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		problems.push(...error.problems.filter((one) => !isTold(one, problems)));
	}
	throw new UsageError(problems);
}
/** An input that could not be read is missing, too, which is no news. */
function isTold({ name }, told) {
	return told.some((one) => one.name.startsWith(`--${kebab(name)}`));
}
function restProblems({ rest }) {
	return rest.length > 0 ? [{
		name: "--",
		problem: "nothing can stand behind it: only exec runs a command"
	}] : [];
}
function commandProblems({ flags, rest }) {
	const ways = (rest[0] ? 1 : 0) + (flags.has("script") ? 1 : 0);
	if (ways === 1) return [];
	const problem = "give the command to run behind --, or a script in --script";
	return [{
		name: "command",
		problem: ways === 2 ? `${problem}, not both` : problem
	}];
}


;// CONCATENATED MODULE: ./build/cli/src/cli/help.js
// src/cli/help.ts
/** Why this exists: what each command does, on one screen of 24 lines, with an example to copy. */
const VERSION = "0.1.0";
const help_INPUTS = `Inputs: flags, or variables such as VAULT_APPROLE_URL
  --url --namespace --auth-namespace --path --method --role-name --role-id
  --secrets --secrets-file --pki --ignore-not-found --secret-encoding-type
  --timeout --retries --ca-certificate --client-certificate --client-key
  --tls-server-name --tls-skip-verify
Credentials: VAULT_ROLE_ID with VAULT_SECRET_ID or VAULT_WRAPPED_SECRET_ID, or
  --role-id-file --secret-id-file --wrapped-secret-id-file --token-file
  --extra-headers-file: a FILE that holds it, - is standard input
  --role-id-variable --secret-id-variable --wrapped-secret-id-variable
  --token-variable --extra-headers-variable: the NAME of a variable that does`;
const GENERAL = `vault-approle: secrets of HashiCorp Vault or OpenBao for one job, by AppRole

  vault-approle exec --secrets 'secret/ci/app *' -- ./deploy.sh

  exec     runs a command with the values in its environment, masks them in its
           output, revokes the token
  export   writes the values to a file of mode 0600, for steps that share them
  revoke   ends what export began: removes the files, revokes the token
  login    checks the credentials, tells what their token may do
  doctor   finds out why it does not work, step by step, with what to do
  policy   prints the policy that the secrets need, or an admin's commands
  wrap     hands a SecretID to another job, in a wrapping token
  rotate   replaces the SecretID by a new one, and destroys the old one

vault-approle COMMAND --help tells more; --version tells the version.
`;
const help_TEXTS = {
	exec: `vault-approle exec [INPUTS] [FLAGS] -- COMMAND [ARGUMENT \u2026]
Runs COMMAND with the values in its environment alone, masks them in its output,
revokes the token when it has ended, and ends with its status.

  vault-approle exec --secrets 'secret/ci/app key | API_KEY' -- ./deploy.sh

  --script TEXT  a script instead of a COMMAND: sh -e runs it, or its #! line
  --token-env    the token, too, as VAULT_TOKEN
  --no-mask      output as it is, for programs that need a terminal
  --debug        tells of requests, never a value
${help_INPUTS}
Status: that of COMMAND, 128 + n when signal n ended it, 126 and 127 as shells;
  before: 2 wrong use, 3 wrapping token used by others, 125 anything else
`,
	export: `vault-approle export [INPUTS] [--format FORMAT] --out FILE --state FILE
Writes the values to a file and what revoke needs to another, both of mode 0600.
Nothing masks the values in what later steps print.

  vault-approle export --secrets 'secret/ci/app *' --format shell \\
    --out "$DIR/env" --state "$DIR/job.state"

  --format FORMAT  dotenv, shell (for: . FILE) or json
  --out --state    files outside the workspace; a state must not be there yet
  --token-env      the token, too, as VAULT_TOKEN
  --add-mask       prints masks for a GitLab runner with proxy_exec
  --debug          tells of requests, never a value
${help_INPUTS}
Status: 0, 1 failed, 2 wrong use, 3 wrapping token used by others
`,
	revoke: `vault-approle revoke --state FILE
Removes the files that export wrote, revokes its token, removes the state, which
says all that this needs. May be run twice.

  vault-approle revoke --state "$DIR/job.state"

  --state FILE  what export wrote; of a folder, every *.state in it
  --debug       tells of requests
Status: 0, 1 a token may live on or a file could not be removed, 2 wrong use
`,
	login: `vault-approle login [INPUTS] [--json]
Logs in, revokes the token, and prints its role, policies, TTL and uses.
A token of your own is looked up and left alone.

  VAULT_SECRET_ID=\u2026 vault-approle login --url https://v.example.org --role-id ID

  --json   as JSON
  --debug  tells of requests, never a value
${help_INPUTS}
Status: 0, 1 failed, 2 wrong use, 3 wrapping token used by others
`,
	doctor: `vault-approle doctor [INPUTS] [FLAGS]
Looks at each step from the address to the last field: ok, weak, wrong, skipped,
and what to do. Prints no value, revokes its token, spends nothing unasked.

  vault-approle doctor --url https://v.example.org --secrets 'secret/ci/app *'

  --use-secret-id  log in: takes one use of the SecretID, opens a wrapping token
  --token-file     beside an AppRole: a token that may look up the role of
                   --role-name and the SecretID, which takes no use
  --json           as JSON
  --debug          tells of requests, never a value
${help_INPUTS}
Status: 0 nothing is wrong, 1 something is, 2 wrong use
`,
	policy: `vault-approle policy [INPUTS] [FLAGS]
Prints the policy that allows to read the secrets, and nothing else. With --url
and VAULT_TOKEN the server is asked what is mounted; no SecretID is spent.

  vault-approle policy --secrets 'secret/ci/app *' | bao policy write ci -

  --setup              an admin's commands: mount, policy, role, SecretID
  --cli bao | vault    whose commands; --role-name (needed), --path: of what
  --cidr LIST          addresses that may log in and use tokens
  --secret-id-ttl TIME for a SecretID that the CI system stores, such as 720h
  --no-default-policy  for roles without it: adds the right to revoke the token
  --kv-version 1 | 2   of mounts that no server told of
  --debug              tells of requests, never a value
${help_INPUTS}
Status: 0, 1 failed, 2 wrong use
`,
	wrap: `vault-approle wrap --role-name ROLE [INPUTS] [FLAGS]
For a trusted job: prints a wrapping token with a new SecretID of ROLE in it.

  vault-approle wrap --role-name ci --metadata "job=$CI_JOB_URL"

  --ttl TIME        until when it opens, such as 90s; without: 5m
  --metadata LIST   NAME=VALUE,\u2026 of the SecretID, for the audit log
  --cidr LIST       addresses that may log in with the SecretID
  --custom-secret-id-file --custom-secret-id-variable
                    push mode: the SecretID itself
  --check           looks at a wrapping token without opening it
  --debug           tells of requests, never a value
${help_INPUTS}
Status: 0, 1 failed, 2 wrong use, 3 wrapping token used by others
`,
	rotate: `vault-approle rotate [INPUTS] --out FILE | --exec COMMAND
Makes a new SecretID, proves it by a login, hands it over, destroys the old one.
Interrupted, it leaves one that works: run it again. Run one at a time.

  vault-approle rotate --secret-id-file /etc/ci/id --out /etc/ci/id

  --out FILE      gets it: keeps owner and mode, new: 0600; not in workspace
  --exec COMMAND  for sh: gets it on standard input: 'gh secret set SECRET_ID'
  --debug         tells of requests, never a value
The policy it needs is printed where it is missing. The SecretID must be good
for two logins or more: secret_id_num_uses=0 is without limit.
${help_INPUTS}
Status: 0, 1 failed, 2 wrong use
`
};
/** The help of a command. */
function helpOf(command) {
	return help_TEXTS[command] ?? "vault-approle: secrets of HashiCorp Vault or OpenBao for one job, by AppRole\n\n  vault-approle exec --secrets 'secret/ci/app *' -- ./deploy.sh\n\n  exec     runs a command with the values in its environment, masks them in its\n           output, revokes the token\n  export   writes the values to a file of mode 0600, for steps that share them\n  revoke   ends what export began: removes the files, revokes the token\n  login    checks the credentials, tells what their token may do\n  doctor   finds out why it does not work, step by step, with what to do\n  policy   prints the policy that the secrets need, or an admin's commands\n  wrap     hands a SecretID to another job, in a wrapping token\n  rotate   replaces the SecretID by a new one, and destroys the old one\n\nvault-approle COMMAND --help tells more; --version tells the version.\n";
}


;// CONCATENATED MODULE: ./build/cli/src/cli/node-version.js
// src/cli/node-version.ts
const [MAJOR, MINOR] = [20, 19];
/** What is wrong with a version such as `18.20.8`. */
function nodeProblems(version) {
	const [major = 0, minor = 0] = version.split(".").map(Number);
	if (major > MAJOR || major === MAJOR && minor >= MINOR) return [];
	return [{
		name: "Node.js",
		problem: `${MAJOR}.${MINOR} or newer is needed, and this one is ${version}`
	}];
}


;// CONCATENATED MODULE: external "node:stream"
const external_node_stream_namespaceObject = require("node:stream");
;// CONCATENATED MODULE: ./build/cli/src/cli/streams.js



// src/cli/streams.ts
/** Why this exists: what we print arrives whole, or it is known that it did not. */
/**
* Our standard output and error; `own` is how Node has them. `lost` is told of what could not be written, as on a full disk.
* A reader who has gone is no loss, and ends the command that writes for it, never us: there is a token to revoke.
*/
function ownStreams(own, lost) {
	const listen = (stream, name) => stream.on("error", (error) => {
		const code = errorCode(error);
		if (!GONE.has(code)) lost({
			name,
			problem: `cannot be written (${code}): what is missing there is lost`
		});
	});
	return {
		stdout: listen(isFile(1) ? fileStream(1) : own.stdout, "standard output"),
		stderr: listen(isFile(2) ? fileStream(2) : own.stderr, "standard error")
	};
}
const GONE = /* @__PURE__ */ new Set([
	"EPIPE",
	"ECONNRESET",
	"ERR_STREAM_DESTROYED"
]);
/** Not everything can be looked at on Windows. */
function isFile(descriptor) {
	try {
		return (0,external_node_fs_namespaceObject.fstatSync)(descriptor).isFile();
	} catch {
		return false;
	}
}
/** Node's own stream for a file forgets what a full disk has no room for, unless that is all of a chunk (node:fs `writeSync`). */
function fileStream(descriptor) {
	return new external_node_stream_namespaceObject.Writable({ write(chunk, _, done) {
		try {
			for (let written = 0; written < chunk.length;) written += (0,external_node_fs_namespaceObject.writeSync)(descriptor, chunk, written);
			done();
		} catch (error) {
			done(error instanceof Error ? error : new Error(String(error)));
		}
	} });
}


;// CONCATENATED MODULE: ./build/cli/src/platform/messages.js

// src/platform/messages.ts
/** Why this exists: what went wrong, in texts that a platform can print one by one. */
/** One text for each thing that is wrong, each once. The texts are still to be redacted and made inert. */
function messagesOf(error, redacted) {
	if (error instanceof AggregateError) return [...new Set(error.errors.flatMap((one) => messagesOf(one, redacted)))];
	if (error instanceof UsageError) return error.problems.map(({ name, problem }) => `${name}: ${problem}`);
	return [formatError(error, redacted)];
}


;// CONCATENATED MODULE: ./build/cli/src/cli/terminal.js



// src/cli/terminal.ts
/** Why this exists: all that the command line says, on standard error, redacted and made inert (rules R5 and R6). */
/** Says everything through `write`, which gets whole lines. */
function terminal(write, isDebug) {
	const hidden = /* @__PURE__ */ new Set();
	/** Spelled after it is redacted: a secret that holds the name of an input would not be recognised. */
	const printable = (text) => inert(spelled(redact(text, hidden))).replaceAll("\n", "\n  ");
	const say = (kind, text) => write(`vault-approle: ${kind}${printable(text)}\n`);
	return {
		info: (text) => say("", text),
		warn: (text) => say("warning: ", text),
		fail: (error) => {
			for (const text of messagesOf(error, (said) => redact(said, hidden))) say("error: ", terminal_option(text));
		},
		debug: (text) => isDebug && say("debug: ", text),
		hide: (texts) => texts.forEach((text) => hidden.add(text)),
		hidden: () => [...hidden]
	};
}
/** What a problem is told of: an input, also one whose name is one plain word. */
function terminal_option(text) {
	return text.replace(/^[a-z]+(?=: )/, spelling);
}


;// CONCATENATED MODULE: external "node:tty"
const external_node_tty_namespaceObject = require("node:tty");
;// CONCATENATED MODULE: ./build/cli/src/cli/main.js










// src/cli/main.ts
/** Why this exists: the entry of the command line. Whatever happens ends in a message and a status. */
const main_LOST = 1;
const USAGE = 2;
const TAMPERED = 3;
const UNEXPECTED = 125;
const { env } = process;
const [main_name = "", ...argv] = process.argv.slice(2);
/** Without what belongs to a command of the user's. */
const ours = argv.includes("--") ? argv.slice(0, argv.indexOf("--")) : argv;
const isDebug = ours.includes("--debug") || /^true$/i.test(env.VAULT_APPROLE_DEBUG ?? "");
const main_lost = [];
const streams = ownStreams(process, (problem) => main_lost.push(problem));
const surroundings = {
	terminal: terminal((text) => streams.stderr.write(text), isDebug),
	signals: takeSignals(process),
	alive: /* @__PURE__ */ new Set()
};
/** Failed until proven otherwise: a process whose work never settles would end with 0. */
process.exitCode = UNEXPECTED;
const broken = new Promise((_, reject) => process.on("uncaughtException", reject));
Promise.race([main(), broken]).then(conclude, giveUp);
async function main() {
	const tooOld = nodeProblems(process.versions.node);
	if (tooOld.length > 0) throw new UsageError(tooOld);
	if (/^(--version|-v|version)$/.test(main_name)) return print(`${VERSION}\n`);
	if (/^(--help|-h|help)$/.test(main_name)) return print(argv[0] ? helpOf(argv[0]) : GENERAL);
	const command = COMMANDS.get(main_name);
	if (!command) throw new UsageError([{
		name: "command",
		problem: main_unknown(main_name)
	}]);
	if (ours.includes("--help") || ours.includes("-h")) return print(helpOf(main_name));
	return commands_run(command, argv, {
		env,
		surroundings,
		streams,
		isTerminal: (0,external_node_tty_namespaceObject.isatty)(0)
	});
}
/** What was told to stop has not succeeded, whatever a command says itself: a CI system would take it for success. */
async function conclude(status) {
	const first = await firstSoFar(surroundings.signals);
	leave(status === 0 && first ? statusOf(first) : status);
}
function print(text) {
	streams.stdout.write(text);
	return 0;
}
/** A word in the wrong place may be a secret: it is not repeated. */
function main_unknown(given) {
	const known = [...COMMANDS.keys()].join(", ");
	return given === "" ? `is missing: give one of ${known}` : `is unknown: give one of ${known}`;
}
async function giveUp(error) {
	const { terminal } = surroundings;
	if (error instanceof Interrupted) terminal.warn(error.message);
	else terminal.fail(error);
	for (const handle of surroundings.alive) await endIt(handle, surroundings);
	leave(statusFor(error));
}
function statusFor(error) {
	if (error instanceof Interrupted) return statusOf(error.signal);
	if (error instanceof WrappingError) return TAMPERED;
	if (error instanceof Unstartable) return error.status;
	if (error instanceof UsageError) return USAGE;
	if (error instanceof AggregateError && error.errors.every((one) => one instanceof UsageError)) return USAGE;
	return COMMANDS.get(main_name)?.failure ?? UNEXPECTED;
}
/** Milliseconds for the last of our own messages, when nobody reads them and we were told to end. */
const LONGEST_FAREWELL_MS = 2e3;
/** Who has lost some of what we print has not got what was asked for, whatever we did. */
function leave(status) {
	if (main_lost.length > 0) surroundings.terminal.fail(new UsageError(main_lost));
	const exit = () => process.exit(status === 0 && main_lost.length > 0 ? main_LOST : status);
	const { signals } = surroundings;
	if (signals.received.length > 0) setTimeout(exit, LONGEST_FAREWELL_MS);
	else signals.listen((signal) => process.exit(status === 0 ? statusOf(signal) : status));
	streams.stdout.write("", () => streams.stderr.write("", exit));
}


})();

module.exports = __webpack_exports__;
/******/ })()
;