package org.sunlit.identity;

import static org.sunlit.identity.Forger.encoded;
import static org.sunlit.identity.Forger.foreign;
import static org.sunlit.identity.Forger.genuine;
import static org.sunlit.identity.Forger.keyed;
import static org.sunlit.identity.Forger.signed;
import static org.sunlit.identity.Forger.unsigned;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Tokens that must open nothing: each with what is wrong with it. All claim to be of an account
 * that may everything asked for, so that nothing else stands in their way.
 */
final class ForgedTokens {
  private static final String HEADER = "{\"alg\":\"ES256\",\"typ\":\"at+jwt\"}";
  private static final String ES256 = "SHA256withECDSAinP1363Format";

  private final String account;
  private final String closedAccount;
  private final String endedSession;
  private final long now;
  private final Map<String, String> tokens = new LinkedHashMap<>();

  /**
   * All of them, by what is wrong.
   *
   * @param account is signed in and may a lot
   * @param closedAccount is disabled
   * @param endedSession a session of the account that has ended
   * @param now seconds since 1970
   */
  static Map<String, String> of(
      String account, String closedAccount, String endedSession, long now) {
    return new ForgedTokens(account, closedAccount, endedSession, now).forge();
  }

  private ForgedTokens(String account, String closedAccount, String endedSession, long now) {
    this.account = account;
    this.closedAccount = closedAccount;
    this.endedSession = endedSession;
    this.now = now;
  }

  private Map<String, String> forge() {
    withoutASignature();
    withASignatureOfNothing();
    withTheWrongAlgorithm();
    withAKeyOfTheirOwn();
    withHeadersThatAsk();
    withTheWrongTime();
    forSomebodyElse();
    malformed();
    return tokens;
  }

  private void withoutASignature() {
    for (String none : new String[] {"none", "None", "NONE", "nOnE", ""}) {
      tokens.put(
          "alg '" + none + "', no signature",
          unsigned("{\"alg\":\"" + none + "\",\"typ\":\"at+jwt\"}", claims()) + ".");
    }
    tokens.put("signature stripped", unsigned(HEADER, claims()) + ".");
    tokens.put("two parts only", unsigned(HEADER, claims()));
    tokens.put("no alg at all", unsigned("{\"typ\":\"at+jwt\"}", claims()) + ".");
  }

  private void withASignatureOfNothing() {
    tokens.put("signature of 64 zeros", unsigned(HEADER, claims()) + "." + encoded(new byte[64]));
    tokens.put(
        "signature of 0 and 0 in DER", unsigned(HEADER, claims()) + "." + encoded(zeroDer()));
    tokens.put("signature of 64 times 255", unsigned(HEADER, claims()) + "." + encoded(ones()));
    tokens.put("signature cut in half", half(genuine(HEADER, claims())));
    tokens.put("one bit of the signature turned", turned(genuine(HEADER, claims())));
    String other = genuine(HEADER, claims("sub", "\"somebody.else\""));
    tokens.put(
        "signature of other claims",
        unsigned(HEADER, claims()) + other.substring(other.lastIndexOf('.')));
    tokens.put("signature with a comma in it", genuine(HEADER, claims()) + ",");
  }

  private void withTheWrongAlgorithm() {
    for (String bits : new String[] {"256", "384", "512"}) {
      String header = "{\"alg\":\"HS" + bits + "\",\"typ\":\"at+jwt\"}";
      tokens.put("HS" + bits + " with the public PEM", hashed(header, bits, Forger.publicPem()));
      tokens.put("HS" + bits + " with the public key", hashed(header, bits, Forger.publicDer()));
    }
    KeyPair rsa = foreign("RSA");
    tokens.put("RS256", signed("{\"alg\":\"RS256\"}", claims(), "SHA256withRSA", rsa.getPrivate()));
    KeyPair large = foreign("secp384r1");
    tokens.put(
        "ES384",
        signed(
            "{\"alg\":\"ES384\"}", claims(), "SHA384withECDSAinP1363Format", large.getPrivate()));
    tokens.put(
        "ES256 with a key of another curve", signed(HEADER, claims(), ES256, large.getPrivate()));
    tokens.put(
        "DER in place of two numbers",
        signed(HEADER, claims(), "SHA256withECDSA", Forger.ownKey()));
    tokens.put("alg in small letters", genuine("{\"alg\":\"es256\",\"typ\":\"at+jwt\"}", claims()));
  }

  private void withAKeyOfTheirOwn() {
    KeyPair own = foreign("secp256r1");
    tokens.put("a key of their own", signed(HEADER, claims(), ES256, own.getPrivate()));
    String x5c =
        "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"x5c\":[\""
            + Forger.base64(own.getPublic())
            + "\"]}";
    tokens.put("x5c with a key of their own", signed(x5c, claims(), ES256, own.getPrivate()));
    String jwk =
        "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"jwk\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\""
            + coordinate(own, 27)
            + "\",\"y\":\""
            + coordinate(own, 59)
            + "\"}}";
    tokens.put("jwk with a key of their own", signed(jwk, claims(), ES256, own.getPrivate()));
    for (String place : new String[] {"jku", "x5u"}) {
      String header =
          "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\""
              + place
              + "\":\"http://127.0.0.1:9/keys.json\"}";
      tokens.put(place + " of their own", signed(header, claims(), ES256, own.getPrivate()));
    }
  }

  private void withHeadersThatAsk() {
    String[] kids = {
      "../../../../dev/null", "' or '1'='1", "/etc/passwd", "unknown", "", "\\u0000"
    };
    for (String kid : kids) {
      String header = "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"" + kid + "\"}";
      tokens.put(
          "HS256 of one zero with kid " + kid, keyed(header, claims(), "HmacSHA256", new byte[1]));
    }
    header("a kid nobody has", "\"typ\":\"at+jwt\",\"kid\":\"nobodys\"");
    header("crit with something unknown", "\"typ\":\"at+jwt\",\"crit\":[\"exp2\"],\"exp2\":1");
    header("crit with b64", "\"typ\":\"at+jwt\",\"crit\":[\"b64\"],\"b64\":false");
    header("crit that is empty", "\"typ\":\"at+jwt\",\"crit\":[]");
    header("jku beside a good signature", "\"typ\":\"at+jwt\",\"jku\":\"http://127.0.0.1:9/k\"");
    header(
        "jwk beside a good signature", "\"typ\":\"at+jwt\",\"jwk\":{\"kty\":\"oct\",\"k\":\"AA\"}");
    header("x5u beside a good signature", "\"typ\":\"at+jwt\",\"x5u\":\"http://127.0.0.1:9/k\"");
    header("the type of an identity token", "\"typ\":\"JWT\"");
    header("the type of a refresh token", "\"typ\":\"rt+jwt\"");
    header("no type", "\"kid2\":\"\"");
    header("a nested token", "\"typ\":\"at+jwt\",\"cty\":\"JWT\"");
    header("packed claims", "\"typ\":\"at+jwt\",\"zip\":\"DEF\"");
  }

  private void withTheWrongTime() {
    claim("expired a minute ago", "exp", now - 60);
    claim("expired in 1970", "exp", 0);
    claim("expires before our time", "exp", -1);
    claim("never expires", "exp", null);
    claim("lives for ten years", "exp", now + 315_360_000);
    claim("lives beyond every number", "exp", "99999999999999999999");
    claim("expires in words", "exp", "\"tomorrow\"");
    claim("not good before an hour from now", "nbf", now + 3_600);
    claim("issued in an hour", "iat", now + 3_600);
    claim("issued yesterday", "iat", now - 86_400);
    claim("never issued", "iat", null);
  }

  private void forSomebodyElse() {
    claim("another issuer", "iss", "\"moonlit\"");
    claim("no issuer", "iss", null);
    claim("our issuer with a space", "iss", "\"sunlit \"");
    claim("another audience", "aud", "\"bank\"");
    claim("several audiences without us", "aud", "[\"bank\",\"tax\"]");
    claim("no audience", "aud", null);
    claim("nobody", "sub", null);
    claim("an empty name", "sub", "\"\"");
    claim("an account that doesn't exist", "sub", "\"nobody.at.all\"");
    claim("a list of accounts", "sub", "[\"" + account + "\"]");
    claim("an account that is closed", "sub", "\"" + closedAccount + "\"");
    claim("no session", "sid", null);
    claim("a session that is none", "sid", "\"1\"");
    claim("a session that has ended", "sid", "\"" + endedSession + "\"");
    claim("a session that is a number", "sid", "1");
  }

  private void malformed() {
    String twice = claims().replace("\"iss\"", "\"sub\":\"nobody\",\"iss\"");
    tokens.put("the subject twice", genuine(HEADER, twice));
    tokens.put("the expiry twice", genuine(HEADER, claims().replace("}", ",\"exp\":1}")));
    tokens.put(
        "the algorithm twice",
        genuine("{\"alg\":\"none\",\"alg\":\"ES256\",\"typ\":\"at+jwt\"}", claims()));
    tokens.put("claims that are no JSON", genuine(HEADER, "sub=" + account));
    tokens.put("claims that are a list", genuine(HEADER, "[" + claims() + "]"));
    tokens.put("claims cut short", genuine(HEADER, claims().substring(0, 40)));
    tokens.put("something after the claims", genuine(HEADER, claims() + "{}"));
    tokens.put("a header that is no JSON", encoded("ES256") + "." + encoded(claims()) + ".AA");
    tokens.put("four parts", genuine(HEADER, claims()) + ".AA");
    tokens.put("five parts, as if encrypted", "e30.AA.AA.AA.AA");
    tokens.put("a refresh token", encoded(new byte[32]));
    tokens.put("two dots", "..");
    tokens.put("one letter", "a");
    tokens.put("a very long one", "a".repeat(6_000));
  }

  private void header(String wrong, String fields) {
    tokens.put(wrong, genuine("{\"alg\":\"ES256\"," + fields + "}", claims()));
  }

  private void claim(String wrong, String name, Object value) {
    tokens.put(wrong, genuine(HEADER, claims(name, value)));
  }

  private String claims() {
    return claims(null, null);
  }

  /** Good claims but for this one, which is left out when it is null. */
  private String claims(String changed, Object value) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", "\"sunlit\"");
    claims.put("aud", "\"sunlit-api\"");
    claims.put("sub", "\"" + account + "\"");
    claims.put("sid", "\"" + UUID.randomUUID() + "\"");
    claims.put("jti", "\"" + UUID.randomUUID() + "\"");
    claims.put("iat", now);
    claims.put("exp", now + 300);
    if (changed != null) {
      claims.put(changed, value);
    }
    StringBuilder json = new StringBuilder();
    claims.forEach(
        (name, text) -> {
          if (text != null) {
            json.append(json.isEmpty() ? "{" : ",")
                .append('"')
                .append(name)
                .append("\":")
                .append(text);
          }
        });
    return json.append('}').toString();
  }

  /** The same forger's claims, whole and genuine: proof that the rest of it is right. */
  static String genuineOf(String account, long now) {
    return genuine(HEADER, new ForgedTokens(account, "", "", now).claims());
  }

  private String hashed(String header, String bits, byte[] secret) {
    return keyed(header, claims(), "HmacSHA" + bits, secret);
  }

  private static byte[] zeroDer() {
    return new byte[] {0x30, 0x06, 0x02, 0x01, 0x00, 0x02, 0x01, 0x00};
  }

  private static byte[] ones() {
    byte[] ones = new byte[64];
    java.util.Arrays.fill(ones, (byte) 0xff);
    return ones;
  }

  private static String half(String token) {
    return token.substring(0, token.length() - 43);
  }

  private static String turned(String token) {
    int dot = token.lastIndexOf('.');
    byte[] signature =
        java.util.Base64.getUrlDecoder()
            .decode(token.substring(dot + 1).getBytes(StandardCharsets.US_ASCII));
    signature[10] ^= 1;
    return token.substring(0, dot + 1) + encoded(signature);
  }

  /** A coordinate of a P-256 key, which lies at a fixed place in its encoding. */
  private static String coordinate(KeyPair pair, int from) {
    return encoded(java.util.Arrays.copyOfRange(pair.getPublic().getEncoded(), from, from + 32));
  }
}
