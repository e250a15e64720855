import { describe, expect, it } from 'vitest';
import { clientAddress } from '@/server/client-address';

const from = (hops: number, forwarded?: string | string[], remoteAddress: string | undefined = '10.0.0.1') =>
  clientAddress({ headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }, socket: { remoteAddress } }, hops);

describe('the address that a request came from', () => {
  it('is the peer’s when no proxy is trusted, whatever the header says', () => {
    expect(from(0)).toBe('10.0.0.1');
    expect(from(0, '192.0.2.7')).toBe('10.0.0.1');
  });

  it('[A7] is what the trusted proxy wrote, never what the client wrote before it', () => {
    expect(from(1, '192.0.2.7')).toBe('192.0.2.7');
    expect(from(1, '198.51.100.1, 203.0.113.9, 192.0.2.7')).toBe('192.0.2.7');
    expect(from(2, '203.0.113.9, 192.0.2.7, 10.0.0.2')).toBe('192.0.2.7');
    expect(from(1, ['203.0.113.9', '192.0.2.7'])).toBe('192.0.2.7');
    expect(from(1, '192.0.2.7,')).toBe('192.0.2.7');
  });

  it('is the farthest known when fewer proxies were passed than are trusted', () => {
    expect(from(2, '192.0.2.7')).toBe('192.0.2.7');
    expect(from(2)).toBe('10.0.0.1');
  });

  it.each(['unknown', 'evil', '192.0.2', '192.0.2.7:80', '\u0000', 'x'.repeat(5000)])(
    'is the peer’s when the proxy wrote %j',
    (written) => {
      expect(from(1, written)).toBe('10.0.0.1');
    },
  );

  it('is one address however IPv4 is written', () => {
    expect(from(0, undefined, '::ffff:192.0.2.7')).toBe('192.0.2.7');
    expect(from(1, '::FFFF:192.0.2.7')).toBe('192.0.2.7');
  });

  it.each([
    ['2001:DB8::1', '2001:db8:0:0::/64'],
    ['2001:db8::ffff:0:0:1', '2001:db8:0:0::/64'],
    ['2001:0db8:0:0:8a2e:0370:7334:0001', '2001:db8:0:0::/64'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:3:4:192.0.2.7', '2001:db8:1:2::/64'],
    ['64:ff9b::192.0.2.7', '64:ff9b:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('[A7] is the network that its host may choose from: %s', (address, network) => {
    expect(from(1, address)).toBe(network);
    expect(from(0, undefined, address)).toBe(network);
  });

  it('has a name when the socket is gone', () => {
    expect(clientAddress({ headers: {}, socket: {} }, 0)).toBe('unknown');
  });
});
