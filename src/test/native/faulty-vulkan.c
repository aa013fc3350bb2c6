/*
 * A Vulkan driver that stands between the loader and Mesa's software driver and lets the device fail as asked:
 *   FAULTY_HEAP=BYTES  the device has so much memory, and says so
 *   FAULTY_FULL=FILE   while there is such a file, no further memory is to be had
 *   FAULTY_LOST=FILE   while there is such a file, the device is lost
 * Built and put to use by FaultyDevice.java.
 */
#include <dlfcn.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define OUT_OF_DEVICE_MEMORY (-2)
#define DEVICE_LOST (-4)
#define MOST_ALLOCATIONS 16384

typedef void (*function)(void);
typedef function (*lookup)(void *handle, const char *name);

struct allocate_info {
    int type;
    const void *next;
    uint64_t size;
    uint32_t memory_type;
};

struct heap {
    uint64_t size;
    uint32_t flags;
};

struct memory_properties {
    uint32_t types;
    struct { uint32_t flags, heap; } type[32];
    uint32_t heaps;
    struct heap heap[16];
};

struct memory_properties_2 {
    int type;
    void *next;
    struct memory_properties properties;
};

static struct {
    _Atomic uint64_t memory;
    uint64_t size;
} allocated[MOST_ALLOCATIONS];
static _Atomic uint64_t used;

static lookup instance_function, device_function, physical_function;
static int (*allocate)(void *, const struct allocate_info *, const void *, uint64_t *);
static void (*release)(void *, uint64_t, const void *);
static int (*submit)(void *, uint32_t, const void *, uint64_t);
static int (*wait_for)(void *, uint32_t, const uint64_t *, uint32_t, uint64_t);
static void (*properties)(void *, struct memory_properties *);
static void (*properties_2)(void *, struct memory_properties_2 *);

static uint64_t limit(void) {
    const char *bytes = getenv("FAULTY_HEAP");
    return bytes ? strtoull(bytes, NULL, 10) : UINT64_MAX;
}

static int there(const char *variable) {
    const char *file = getenv(variable);
    return file && access(file, F_OK) == 0;
}

static int faulty_allocate(void *device, const struct allocate_info *info, const void *allocator, uint64_t *memory) {
    if (there("FAULTY_FULL") || info->size > limit() || used > limit() - info->size) {
        return OUT_OF_DEVICE_MEMORY;
    }
    int result = allocate(device, info, allocator, memory);
    for (int i = 0; result == 0 && i < MOST_ALLOCATIONS; i++) {
        uint64_t none = 0;
        if (atomic_compare_exchange_strong(&allocated[i].memory, &none, *memory)) {
            allocated[i].size = info->size;
            used += info->size;
            break;
        }
    }
    return result;
}

static void faulty_release(void *device, uint64_t memory, const void *allocator) {
    for (int i = 0; memory && i < MOST_ALLOCATIONS; i++) {
        if (allocated[i].memory == memory) {
            used -= allocated[i].size;
            allocated[i].memory = 0;
            break;
        }
    }
    release(device, memory, allocator);
}

static int faulty_submit(void *queue, uint32_t count, const void *submits, uint64_t fence) {
    return there("FAULTY_LOST") ? DEVICE_LOST : submit(queue, count, submits, fence);
}

static int faulty_wait(void *device, uint32_t count, const uint64_t *fences, uint32_t all, uint64_t timeout) {
    return there("FAULTY_LOST") ? DEVICE_LOST : wait_for(device, count, fences, all, timeout);
}

static void shrink(struct memory_properties *memory) {
    for (uint32_t i = 0; i < memory->heaps; i++) {
        if (memory->heap[i].size > limit()) {
            memory->heap[i].size = limit();
        }
    }
}

static void faulty_properties(void *physical, struct memory_properties *memory) {
    properties(physical, memory);
    shrink(memory);
}

static void faulty_properties_2(void *physical, struct memory_properties_2 *memory) {
    properties_2(physical, memory);
    shrink(&memory->properties);
}

static function faulty_device_function(void *device, const char *name);

static const struct {
    const char *name;
    function *real;
    function ours;
} REPLACED[] = {
    {"vkAllocateMemory", (function *)&allocate, (function)faulty_allocate},
    {"vkFreeMemory", (function *)&release, (function)faulty_release},
    {"vkQueueSubmit", (function *)&submit, (function)faulty_submit},
    {"vkWaitForFences", (function *)&wait_for, (function)faulty_wait},
    {"vkGetDeviceProcAddr", (function *)&device_function, (function)faulty_device_function},
    {"vkGetPhysicalDeviceMemoryProperties", (function *)&properties, (function)faulty_properties},
    {"vkGetPhysicalDeviceMemoryProperties2", (function *)&properties_2, (function)faulty_properties_2},
    {"vkGetPhysicalDeviceMemoryProperties2KHR", (function *)&properties_2, (function)faulty_properties_2},
};

static function replaced(function real, const char *name) {
    for (size_t i = 0; real && i < sizeof REPLACED / sizeof REPLACED[0]; i++) {
        if (strcmp(name, REPLACED[i].name) == 0) {
            *REPLACED[i].real = real;
            return REPLACED[i].ours;
        }
    }
    return real;
}

static function faulty_device_function(void *device, const char *name) {
    return replaced(device_function(device, name), name);
}

static void *real_driver(const char *name) {
    static void *driver;
    if (!driver) {
        driver = dlopen("libvulkan_lvp.so", RTLD_LAZY);
    }
    return driver ? dlsym(driver, name) : NULL;
}

function vk_icdGetInstanceProcAddr(void *instance, const char *name) {
    if (!instance_function) {
        instance_function = (lookup)real_driver("vk_icdGetInstanceProcAddr");
    }
    return instance_function ? replaced(instance_function(instance, name), name) : NULL;
}

function vk_icdGetPhysicalDeviceProcAddr(void *instance, const char *name) {
    if (!physical_function) {
        physical_function = (lookup)real_driver("vk_icdGetPhysicalDeviceProcAddr");
    }
    return physical_function ? replaced(physical_function(instance, name), name) : NULL;
}

int vk_icdNegotiateLoaderICDInterfaceVersion(uint32_t *version) {
    int (*negotiate)(uint32_t *) = (int (*)(uint32_t *))real_driver("vk_icdNegotiateLoaderICDInterfaceVersion");
    return negotiate ? negotiate(version) : -3;
}
