using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;

namespace AgentFunctions.Domain.Ledger;

/// <summary>A SHA-256 value of the ledger: 32 bytes, written as 64 lower-case hex digits.</summary>
/// <param name="High">Bytes 0 to 15, big-endian.</param>
/// <param name="Low">Bytes 16 to 31, big-endian.</param>
public readonly record struct EntryHash(UInt128 High, UInt128 Low)
{
    public const int Size = 32;

    private const int HalfText = 32;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>What the first entry of the registry names as its predecessor.</summary>
    public static EntryHash Zero => default;

    /// <param name="bytes">At least <see cref="Size"/> bytes; more are ignored.</param>
    public static EntryHash Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]));

    /// <param name="destination">At least <see cref="Size"/> bytes.</param>
    public void Write(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt128BigEndian(destination, High);
        BinaryPrimitives.WriteUInt128BigEndian(destination[16..], Low);
    }

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        Write(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>Refuses all but exactly 64 lower-case hex digits, so that one value has one text.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out EntryHash hash)
    {
        hash = default;
        if (text.Length != 2 * HalfText || text.ContainsAnyExcept(Digits))
            return false;
        hash = new EntryHash(ReadHalf(text[..HalfText]), ReadHalf(text[HalfText..]));
        return true;
    }

    private static UInt128 ReadHalf(ReadOnlySpan<char> digits) =>
        UInt128.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
