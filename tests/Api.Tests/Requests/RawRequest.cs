using System.Globalization;
using System.Text;

namespace OrleansWallet.Api.Tests.Requests;

/// <summary>A request byte by byte, so that it can be wrong in every way.</summary>
public sealed class RawRequest
{
    private const string LengthHeader = "Content-Length";

    public RawRequest(string method, string target, string? token)
    {
        Method = method;
        Target = target;
        Headers.Add(("Host", "127.0.0.1"));
        Headers.Add(("Connection", "close"));
        if (token is not null)
        {
            Headers.Add(("Authorization", $"Bearer {token}"));
        }
    }

    public string Method { get; set; }

    public string Target { get; set; }

    public List<(string Name, string Value)> Headers { get; } = [];

    public byte[] Body { get; set; } = [];

    /// <summary>Closes the sending half at the end: the body is shorter than it says.</summary>
    public bool EndsEarly { get; set; }

    /// <summary>True when the server may hang up without an answer.</summary>
    public bool MayBreak { get; set; }

    public string BodyText
    {
        get => Encoding.UTF8.GetString(Body);
        set => Body = Encoding.UTF8.GetBytes(value);
    }

    public bool HasKey => Headers.Exists(h => h.Name == "Idempotency-Key");

    public RawRequest WithJson(string body)
    {
        BodyText = body;
        Headers.Add(("Content-Type", "application/json"));
        return this;
    }

    public void SetHeader(string name, string? value)
    {
        Headers.RemoveAll(h => h.Name == name);
        if (value is not null)
        {
            Headers.Add((name, value));
        }
    }

    /// <summary>What goes over the wire; the length is told unless a header tells another.</summary>
    public byte[] ToBytes()
    {
        var head = new MemoryStream();
        Write(head, $"{Method} {Target} HTTP/1.1\r\n");
        foreach (var (name, value) in Headers)
        {
            Write(head, $"{name}: {value}\r\n");
        }

        if (!Headers.Exists(h => h.Name is LengthHeader or "Transfer-Encoding")
            && (Body.Length > 0 || Method is not "GET"))
        {
            Write(head, string.Create(
                CultureInfo.InvariantCulture, $"{LengthHeader}: {Body.Length}\r\n"));
        }

        Write(head, "\r\n");
        head.Write(Body);
        return head.ToArray();
    }

    /// <summary>The exact bytes, those that can't be printed as <c>\xNN</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var value in ToBytes().Take(20_000))
        {
            _ = value is (byte)'\n' or (byte)'\r' or (>= 32 and < 127)
                ? text.Append((char)value)
                : text.Append(CultureInfo.InvariantCulture, $"\\x{value:x2}");
        }

        return text.ToString();
    }

    // Latin letters go as single bytes, which is no UTF-8: both kinds of header are sent so.
    private static void Write(MemoryStream head, string text) =>
        head.Write((text.All(c => c <= 0xff) ? Encoding.Latin1 : Encoding.UTF8).GetBytes(text));
}
