/** Are companies, free mail, machines and our own people told apart by their addresses? */
import { expect, test } from 'vitest'
import { isFreeMail } from '#foundation/platform/mail/know-free-mail.ts'
import {
  accountDomainOf,
  cleanDomain,
  hostOf,
  isMachineAddress,
  isOwnAddress,
  isSharedAddress,
  registeredDomain,
} from './known-domains.ts'
import { nameAccountFromDomain } from './name-account-from-domain.ts'

const KNOWN = { own: ['vendor.example.com'], isFreeMail }

test.each([
  ['ana@mail.acme.co.uk', 'acme.co.uk'],
  ['ana@acme.de', 'acme.de'],
  ['ana@gmail.com', null],
  ['ana@gmx.de', null],
  ['ana@web.de', null],
  ['ana@proton.me', null],
  ['ana@posteo.de', null],
  ['bob@vendor.example.com', null],
  ['bob@eu.vendor.example.com', null],
  ['noreply@acme.de', null],
  ['no-reply+abc@acme.de', null],
  ['bounce+123=x@acme.de', null],
  ['team@lists.acme.de', null],
  ['nobody', null],
  ['root@localhost', null],
])('%s stands for the account of %s', (email, domain) => {
  expect(accountDomainOf(email, KNOWN)?.domain ?? null).toBe(domain)
})

test('a shared address is found at an account but makes none', () => {
  expect(accountDomainOf('info@acme.de', KNOWN)).toEqual({ domain: 'acme.de', makesOne: false })
  expect(isSharedAddress('rechnung@acme.de')).toBe(true)
  expect(isSharedAddress('ana@acme.de')).toBe(false)
  expect(isMachineAddress('ana.newsome@acme.de')).toBe(false)
  expect(isMachineAddress('newsletter@acme.de')).toBe(true)
})

test('own is the domain and what lies below it, not what only ends alike', () => {
  expect(isOwnAddress('a@myvendor.example.com', ['vendor.example.com'])).toBe(false)
  expect(isOwnAddress('a@x.vendor.example.com', ['vendor.example.com'])).toBe(true)
})

test('domains as people type them', () => {
  expect(cleanDomain('https://www.Acme.com/about')).toBe('acme.com')
  expect(cleanDomain('ana@acme.co.uk')).toBe('acme.co.uk')
  expect(cleanDomain('acme')).toBeNull()
  expect(registeredDomain('10.0.0.1')).toBeNull()
  expect(hostOf('Ana@ACME.com.')).toBe('acme.com')
})

test.each([
  ['nexiv-solutions.co.uk', 'Nexiv Solutions'],
  ['ibm.com', 'IBM'],
  ['acme.de', 'Acme'],
  ['müller.de', 'Müller'],
])('the account of %s is called %s', (domain, name) => {
  expect(nameAccountFromDomain(domain)).toBe(name)
})
