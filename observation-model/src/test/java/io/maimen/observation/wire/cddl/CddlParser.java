package io.maimen.observation.wire.cddl;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the subset of CDDL that {@link Cddl} names; one use. A name may be used before its rule. */
final class CddlParser {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|;[^\n]*|(?<token>\"[^\"]*\"|#6\\.[0-9]+|\\.\\.|=>|\\.[a-z]+|-?[0-9]+|[a-zA-Z][a-zA-Z0-9-]*|[={}\\[\\]()/:,?*+])");
    private static final BigInteger UINT_MOST = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
    private static final Map<String, CddlType> PRELUDE = Map.of(
            "any",
            item -> true,
            "bool",
            item -> item.equals(Cbor.Simple.FALSE) || item.equals(Cbor.Simple.TRUE),
            "bytes",
            Cbor.ByteString.class::isInstance,
            "tstr",
            Cbor.Text.class::isInstance,
            "uint",
            CddlType.range(BigInteger.ZERO, UINT_MOST),
            "int",
            CddlType.range(UINT_MOST.not(), UINT_MOST));

    private final List<String> tokens = new ArrayList<>();
    private final Map<String, CddlType> rules = new HashMap<>(PRELUDE);
    private final Set<String> used = new HashSet<>();
    private int next;

    CddlParser(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.find()) {
            if (matcher.start() != end) {
                break;
            }
            end = matcher.end();
            Optional.ofNullable(matcher.group("token")).ifPresent(tokens::add);
        }
        if (end != text.length()) {
            throw new IllegalArgumentException("must be CDDL but was: " + text.substring(end));
        }
    }

    Cddl parse() {
        while (next < tokens.size()) {
            String name = take();
            expect("=");
            if (rules.put(name, type()) != null) {
                throw new IllegalArgumentException("rule must be given once but was given again: " + name);
            }
        }
        used.removeAll(rules.keySet());
        if (!used.isEmpty()) {
            throw new IllegalArgumentException("every name must have a rule but these have none: " + used);
        }
        return new Cddl(rules);
    }

    private CddlType type() {
        List<CddlType> choices = new ArrayList<>();
        do {
            choices.add(controlled());
        } while (taken("/"));
        return CddlType.choice(choices);
    }

    private CddlType controlled() {
        if (isNumber(peek())) {
            BigInteger least = new BigInteger(take());
            return CddlType.range(least, taken("..") ? new BigInteger(take()) : least);
        }
        CddlType type = plain();
        return switch (peek()) {
            case ".size" -> {
                take();
                yield CddlType.size(type, controlled());
            }
            case ".regexp" -> {
                take();
                yield CddlType.regexp(unquoted(take()));
            }
            case ".cbor" -> {
                take();
                yield CddlType.embedded(plain());
            }
            default -> type;
        };
    }

    private CddlType plain() {
        String token = take();
        if (token.startsWith("\"")) {
            return CddlType.literal(unquoted(token));
        }
        if (token.startsWith("#6.")) {
            expect("(");
            CddlType content = type();
            expect(")");
            return CddlType.tag(Long.parseLong(token.substring(3)), content);
        }
        if (token.equals("{")) {
            return CddlType.map(entries("}"));
        }
        if (token.equals("[")) {
            return CddlType.array(entries("]"));
        }
        if (token.equals("(")) {
            CddlType type = type();
            expect(")");
            return type;
        }
        if (!Character.isLetter(token.charAt(0))) {
            throw new IllegalArgumentException("must be a type but was " + token);
        }
        used.add(token);
        return item -> rules.get(token).matches(item);
    }

    private List<CddlType.Entry> entries(String end) {
        List<CddlType.Entry> entries = new ArrayList<>();
        while (!taken(end)) {
            int least = taken("?") || peek().equals("*") ? 0 : 1;
            int most = taken("*") || taken("+") ? Integer.MAX_VALUE : 1;
            entries.add(entry(least, most));
            taken(",");
        }
        return entries;
    }

    private CddlType.Entry entry(int least, int most) {
        if (tokens.get(next + 1).equals(":")) {
            CddlType key = CddlType.literal(take());
            expect(":");
            return new CddlType.Entry(least, most, Optional.of(key), type());
        }
        CddlType keyOrValue = type();
        return taken("=>")
                ? new CddlType.Entry(least, most, Optional.of(keyOrValue), type())
                : new CddlType.Entry(least, most, Optional.empty(), keyOrValue);
    }

    private static boolean isNumber(String token) {
        return token.matches("-?[0-9]+");
    }

    private static String unquoted(String token) {
        return token.substring(1, token.length() - 1);
    }

    /** The next token, or nothing at the end. */
    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private String take() {
        return tokens.get(next++);
    }

    private boolean taken(String token) {
        boolean there = peek().equals(token);
        next += there ? 1 : 0;
        return there;
    }

    private void expect(String token) {
        if (!taken(token)) {
            throw new IllegalArgumentException("must be " + token + " but was " + peek() + " (token " + next + ")");
        }
    }
}
