#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Makes the .npz and .safetensors files beside this script: NumPy's own archives, the forms of zip that other programs
write, and .safetensors files put together by hand from the format's description. Needs NumPy and PyTorch.

The element at place i of an array is i * i - 5, floats a quarter of that, bools whether it is above 0."""
import io
import json
import pathlib
import struct
import zipfile

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent


def values(shape, dtype):
    index = np.arange(int(np.prod(shape)), dtype=np.int64)
    n = (index * index - 5).reshape(shape)
    if dtype == np.bool_:
        return n > 0
    return (n / 4).astype(dtype) if np.issubdtype(dtype, np.floating) else n.astype(dtype)


ARRAYS = {
    "images": values((2, 3, 4), np.float32),
    "labels": values((5,), np.int64),
    "mask": values((2, 2), np.bool_),
    "scalar": values((), np.float64),
    "empty": values((0, 3), np.uint8),
    "columns": np.asfortranarray(values((3, 4), np.int16)),
    "big": values((3,), np.float32).astype(">f4"),
    "größe": values((2,), np.float16),
}


class Unseekable(io.RawIOBase):
    """A pipe: zipfile then writes sizes behind the data."""

    def __init__(self):
        super().__init__()
        self.bytes = b""

    def writable(self):
        return True

    def write(self, data):
        self.bytes += bytes(data)
        return len(data)


def npy(array):
    text = io.BytesIO()
    np.save(text, array)
    return text.getvalue()


def put(archive, name, data, method=zipfile.ZIP_STORED):
    """An entry without a time, so that the same script makes the same file."""
    archive.writestr(zipfile.ZipInfo(name), data, method)


def streamed(method):
    pipe = Unseekable()
    with zipfile.ZipFile(pipe, "w") as archive:
        for name in ("images", "labels"):
            put(archive, name + ".npy", npy(ARRAYS[name]), method)
    return pipe.bytes


def zip64(stored):
    """The same archive with every number of the directory in 64 bits."""
    end = stored[-22:]
    count, size, offset = struct.unpack("<HII", end[10:20])
    directory, at = b"", offset
    for _ in range(count):
        record = stored[at:at + 46]
        packed, unpacked, name, extra, comment = struct.unpack("<IIHHH", record[20:34])
        place, = struct.unpack("<I", record[42:46])
        text = stored[at + 46:at + 46 + name]
        assert extra == comment == 0
        field = struct.pack("<HHQQQ", 1, 24, unpacked, packed, place)
        directory += (record[:20] + b"\xff" * 8 + struct.pack("<HHH", name, len(field), 0) + record[34:42] + b"\xff" * 4 +
                      text + field)
        at += 46 + name
    tail = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, count, count, len(directory), offset)
    tail += struct.pack("<IIQI", 0x07064B50, 0, offset + len(directory), 1)
    tail += struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return stored[:offset] + directory + tail


DTYPES = {"float32": "F32", "float16": "F16", "float64": "F64", "int64": "I64", "int16": "I16", "uint8": "U8", "bool": "BOOL"}


def safetensors(tensors, metadata=None, blanks=0):
    """tensors: name -> (dtype, shape, bytes)"""
    header, data = {}, b""
    if metadata:
        header["__metadata__"] = metadata
    for name, (dtype, shape, raw) in tensors.items():
        header[name] = {"dtype": dtype, "shape": list(shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode() + b" " * blanks
    return struct.pack("<Q", len(text)) + text + data


def as_tensor(array):
    return DTYPES[array.dtype.name], array.shape, array.tobytes()


def bfloat16(array):
    return "BF16", array.shape, (array.astype(np.float32).view(np.uint32) >> 16).astype(np.uint16).tobytes()


def pytorch():
    """A small network of PyTorch's: its state_dict, and what it makes of an input."""
    import torch

    torch.manual_seed(3)
    net = torch.nn.Sequential()
    net.add_module("conv", torch.nn.Conv2d(1, 2, 3))
    net.add_module("bn", torch.nn.BatchNorm2d(2))
    net.add_module("relu", torch.nn.ReLU())
    net.add_module("flatten", torch.nn.Flatten())
    net.add_module("fc", torch.nn.Linear(18, 4))
    net(torch.randn(8, 1, 5, 5))  # moves the running mean and variance
    net.eval()
    x = torch.randn(3, 1, 5, 5)
    state = {name: as_tensor(weight.numpy()) for name, weight in net.state_dict().items()}
    (HERE / "pytorch.safetensors").write_bytes(safetensors(state, {"format": "pt"}))
    seen = {"x": as_tensor(x.numpy()), "y": as_tensor(net(x).detach().numpy())}
    (HERE / "pytorch_forward.safetensors").write_bytes(safetensors(seen))


def main():
    pytorch()
    np.savez(HERE / "stored.npz", **ARRAYS)
    np.savez_compressed(HERE / "deflated.npz", **ARRAYS)
    (HERE / "streamed.npz").write_bytes(streamed(zipfile.ZIP_DEFLATED))
    (HERE / "streamed_stored.npz").write_bytes(streamed(zipfile.ZIP_STORED))
    (HERE / "zip64.npz").write_bytes(zip64((HERE / "stored.npz").read_bytes()))
    with zipfile.ZipFile(HERE / "bzip2.npz", "w") as archive:
        put(archive, "images.npy", npy(ARRAYS["images"]), zipfile.ZIP_BZIP2)
    with zipfile.ZipFile(HERE / "torch.npz", "w") as archive:
        put(archive, "model/data.pkl", b"\x80\x02}.")
    with zipfile.ZipFile(HERE / "notes.npz", "w") as archive:
        put(archive, "images.npy", npy(ARRAYS["images"]))
        put(archive, "notes.txt", b"seen")

    plain = {name: as_tensor(ARRAYS[name]) for name in ("images", "labels", "scalar", "mask", "empty")}
    plain["größe\n\"2\""] = as_tensor(ARRAYS["größe"])
    (HERE / "plain.safetensors").write_bytes(safetensors(plain, {"format": "pt", "größe": "\u20ac \U0001F600"}, 3))
    # One byte in front of the floats: they are not where a processor could use them.
    odd = {"byte": ("U8", (1,), b"\x07"), "images": as_tensor(ARRAYS["images"])}
    (HERE / "unaligned.safetensors").write_bytes(safetensors(odd))
    floats = {
        "bfloat16": bfloat16(values((2, 3), np.float32)),
        "float16": as_tensor(values((2, 3), np.float16)),
        "float32": as_tensor(values((2, 3), np.float32)),
        "float64": as_tensor(values((2, 3), np.float64)),
        "int64": as_tensor(values((2, 3), np.int64)),
        "float8": ("F8_E4M3", (2,), b"\x38\x40"),
    }
    (HERE / "floats.safetensors").write_bytes(safetensors(floats))


if __name__ == "__main__":
    main()
