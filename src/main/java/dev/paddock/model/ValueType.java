package dev.paddock.model;

import java.util.Optional;

/** The types a value in a GGUF header can have; the order of the constants is the format's. */
enum ValueType {
    U8(1),
    I8(1),
    U16(2),
    I16(2),
    U32(4),
    I32(4),
    F32(4),
    BOOL(1),
    STRING(0),
    ARRAY(0),
    U64(8),
    I64(8),
    F64(8);

    private final int bytes;

    ValueType(int bytes) {
        this.bytes = bytes;
    }

    /** Its number in the file. */
    int id() {
        return ordinal();
    }

    /** The size of one value; 0 for strings and arrays, which tell theirs. */
    int bytes() {
        return bytes;
    }

    static Optional<ValueType> of(long id) {
        return id >= 0 && id < values().length ? Optional.of(values()[(int) id]) : Optional.empty();
    }
}
